package org.stockwright.service.cli.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.service.Cases;

/** Turns what is typed into what services are asked for, and back. */
final class Words {

    private Words() {
        // only functions
    }

    /** The customer with a code. */
    static PartnerId partner(OpenBook book, String code) {
        return book.service(Partners.class).byCode(code).map(Partner::id)
            .orElseThrow(() -> book.refuse(Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, code)
                .hint("Its code is one that 'import partners' stored; case matters.")));
    }

    /** The document of a kind with a number. */
    static Document document(OpenBook book, String kind, String number) {
        return book.service(Documents.class).find(kind, number)
            .orElseThrow(() -> book.refuse(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number)
                .hint("The commands that list them show numbers; case matters.")));
    }

    /** The item that was typed. */
    static ItemId item(OpenBook book, String code) {
        return book.item(code).orElseThrow();
    }

    /** The code of an item. */
    static String code(OpenBook book, ItemId item) {
        return book.service(Items.class).get(item).map(Item::code).orElse("");
    }

    /** The code of a partner. */
    static String code(OpenBook book, PartnerId partner) {
        return book.service(Partners.class).get(partner).map(Partner::code).orElse("");
    }

    /** The code of a place. */
    static String code(OpenBook book, Optional<LocationId> place) {
        return place.flatMap(book.service(Locations.class)::get).map(Location::code).orElse("");
    }

    /** How a state is printed. */
    static String word(Enum<?> state) {
        return word(state.name());
    }

    /** How a state is printed. */
    static String word(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A number without zeros behind its last digit, for a text among others. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The instant that was typed; else that of the same request before, by its key; else now. */
    static Instant moment(OpenBook book, String text, String key) {
        return text != null ? book.start(text)
            : book.service(Cases.class).when(key).orElseGet(() -> Micros.toInstant(Micros.of(book.now())));
    }

    /** The same number without zeros behind its last digit. */
    static BigDecimal exact(BigDecimal number) {
        return new BigDecimal(plain(number));
    }

    /** Which version a refusal speaks of. */
    static String version(Integer version) {
        return version == null ? "" : " with a version " + version;
    }

    /** A service template that was named has at least a draft; nothing named is no mistake. */
    static void known(OpenBook book, String template) {
        if (template != null) {
            TemplateTasks.version(book, template, null);
        }
    }

    /** A whole number above zero. */
    static void positive(int number, String option) {
        if (number < 1) {
            throw new WrongUsage(option + " is 1 or more.");
        }
    }

    /** The last day that was typed, {@code -} for none; else the one before. */
    static Optional<LocalDate> until(OpenBook book, String text, Optional<LocalDate> before) {
        return text == null ? before : text.equals("-") ? Optional.empty() : Optional.of(book.day(text));
    }

    /** Reads {@code NAME=VALUE} of options. */
    static Map<String, String> pairs(List<String> texts, String option) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1
                || result.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip()) != null) {
                throw new WrongUsage(option + " is NAME=VALUE, each name once: '" + text + "' is not.");
            }
        }
        return result;
    }

    /** Writes names with their numbers: {@code A=1|B=2}. */
    static String numbers(List<Entry<String, BigDecimal>> numbers) {
        return numbers.stream().map(one -> one.getKey() + "=" + plain(one.getValue())).collect(Collectors.joining("|"));
    }

    /** Writes names with what belongs to them, by name. */
    static String texts(Map<String, String> texts) {
        return texts.entrySet().stream().sorted(Entry.comparingByKey()).map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("|"));
    }

}
