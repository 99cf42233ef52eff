package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.PriceLists.PriceLine;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.testkit.ui.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/** Prices, addresses, suppliers' terms and limits of bins are entered by keyboard. */
class MasterDataTest {

    private static final String ITEM = "LOP-120";
    private static final String SUPPLIER = "PAGE-SUP";
    private static final String CUSTOMER = "PAGE-CUS";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    private static <T> T service(Class<T> type) {
        return DemoBook.find(type).orElseThrow();
    }

    private static ItemId item() {
        return service(Items.class).byCode(ITEM).orElseThrow().id();
    }

    private void await(String what, BooleanSupplier condition) {
        try {
            bot.waitUntil(Conditions.that(what, condition::getAsBoolean));
        } catch (TimeoutException e) {
            book.picture("timeout-pages");
            throw e;
        }
    }

    private void cells(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                bot.typeText(text);
                bot.sleep(300);
            }
            bot.pressShortcut(SWT.TAB);
        }
    }

    private void save() {
        bot.pressShortcut(SWT.MOD1, 's');
        bot.waitForWork();
    }

    private static void partner(String code, Role role) {
        assertThat(service(Partners.class).saveAll(List.of(
            new Partners.Draft(code, "Partner of pages", Set.of(role), Optional.empty(), true))).isDone()).isTrue();
    }

    @Test
    void aPriceListIsEnteredRefusedCorrectedAndSaved() {
        partner(CUSTOMER, Role.CUSTOMER);
        bot.command("org.stockwright.catalog.ui.partners");
        BotEditor editor = bot.editorByTitle("Partners and prices");
        bot.waitForWork();
        book.picture("partners");
        editor.bot().selectTab("Addresses");
        bot.waitForWork();
        editor.bot().table().setFocus();
        bot.pressShortcut(SWT.INSERT);
        cells("", "Head office", "Main street 1", "12345", "Berlin", "", "Germany");
        save();
        await("the country is refused", () -> editor.bot().table().cell(0, 9).contains("Germany"));
        book.picture("addresses-refused");
        bot.typeText("de");
        bot.pressShortcut(SWT.CR);
        save();
        await("the address is stored", () -> service(Addresses.class).find(PartnerId.SELF, "").isPresent());
        editor.bot().selectTab("Price lists");
        bot.waitForWork();
        editor.bot().textWithLabel("Price list").setText("EXPORT");
        bot.sleep(600);
        bot.pressShortcut(SWT.ESC);
        bot.pressShortcut(SWT.CR);
        bot.waitForWork();
        editor.bot().table().setFocus();
        bot.pressShortcut(SWT.INSERT);
        cells("", ITEM, "", "10", "4.5", "EUR", "2026-01-01", "2026-12-31");
        bot.pressShortcut(SWT.INSERT);
        cells(CUSTOMER, ITEM, "", "10", "4", "EUR");
        assertThat(editor.isDirty()).isTrue();
        save();
        await("both lines are stored", () -> service(PriceLists.class).list("EXPORT").size() == 2);
        assertThat(editor.isDirty()).isFalse();
        assertThat(service(PriceLists.class).list("EXPORT")).extracting(PriceLine::terms)
            .anySatisfy(terms -> {
                assertThat(terms.price().amount()).isEqualByComparingTo("4.5");
                assertThat(terms.validTo()).contains(LocalDate.of(2026, 12, 31));
            });
        book.picture("price-list");
        // another quantity is another line: the old one goes in the same step
        editor.bot().table().setFocus();
        bot.pressShortcut(SWT.MOD1, 'z');
        bot.pressShortcut(SWT.DEL);
        await("a row is away", () -> editor.bot().table().rowCount() == 1);
        assertThat(editor.isDirty()).isTrue();
        bot.pressShortcut(SWT.MOD1, 'z');
        await("undo brings it back", () -> editor.bot().table().rowCount() == 2);
        assertThat(editor.isDirty()).isFalse();
        bot.pressShortcut(SWT.DEL);
        save();
        await("one line is left", () -> service(PriceLists.class).list("EXPORT").size() == 1);
    }

    @Test
    void suppliersTermsAndLimitsAreEntered() {
        partner(SUPPLIER, Role.SUPPLIER);
        new Finding(bot, book).find(ITEM, ITEM, "suppliers-found");
        await("the item is open", () -> bot.editors().stream().anyMatch(title -> title.contains(ITEM)));
        bot.waitForWork();
        BotEditor editor = bot.activeEditor();
        editor.bot().selectTab("Suppliers");
        bot.waitForWork();
        int before = service(Items.class).suppliers(item()).size();
        editor.bot().table().setFocus();
        bot.pressShortcut(SWT.INSERT);
        cells("9", SUPPLIER, "THEIR-1", "3.2", "EUR", "", "5", "5", "14");
        book.picture("suppliers-typed");
        editor.bot().selectTab("Supplier prices");
        bot.waitForWork();
        editor.bot().table().setFocus();
        bot.pressShortcut(SWT.INSERT);
        cells(SUPPLIER, "", "100", "2.9", "EUR");
        book.picture("supplier-prices-typed");
        assertThat(editor.isDirty()).isTrue();
        save();
        await("the terms are stored", () -> service(Items.class).suppliers(item()).size() == before + 1);
        await("the price is stored", () -> service(PriceBreaks.class).list(item()).stream()
            .anyMatch(line -> line.terms().price().amount().compareTo(new BigDecimal("2.9")) == 0));
        assertThat(editor.isDirty()).isFalse();
        assertThat(service(Items.class).suppliers(item())).anySatisfy(terms -> {
            assertThat(terms.supplierCode()).isEqualTo("THEIR-1");
            assertThat(terms.leadTimeDays()).contains(14);
        });
        book.picture("suppliers-saved");
        bot.viewById("org.stockwright.ledger.ui.locations").show();
        bot.command("org.stockwright.ledger.ui.limits");
        BotEditor limits = bot.editorByTitle("Limits of places");
        bot.waitForWork();
        book.picture("limits");
        String place = limits.bot().table().cell(0, 0);
        limits.bot().table().setFocus();
        bot.typeText("250");
        bot.pressShortcut(SWT.CR);
        save();
        LocationId id = service(Locations.class).byCode(place).orElseThrow().id();
        await("the limit is stored",
            () -> service(BinLimits.class).own(List.of(id)).get(id).maxWeight().isPresent());
        book.picture("limits-saved");
    }

}
