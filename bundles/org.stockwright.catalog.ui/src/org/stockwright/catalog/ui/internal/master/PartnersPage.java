package org.stockwright.catalog.ui.internal.master;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.catalog.ui.internal.Messages;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** Suppliers, customers, carriers and owners. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class PartnersPage extends CatalogPage {

    private final Items items;

    /** Of the open book. */
    @Activate
    public PartnersPage(@Reference Partners partners, @Reference Items items, @Reference CompanyProfiles companies) {
        super(new Facts(AREA, 10, Messages.Partners_title, Messages.Partners_explanation, Messages.Partners_empty,
            HELP + "partners", "partners",
            List.of(CatalogPermission.EDIT), Set.of(Topic.PARTNERS)), partners, companies);
        this.items = items;
    }

    @Override
    public String whyKept() {
        return Messages.Partners_kept;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.text("partner", Messages.Rows_code, 14).kept(),
            MasterColumn.text("name", Messages.Rows_name, 34),
            MasterColumn.text("roles", Messages.Rows_roles, 24).hint(Messages.Rows_rolesHint),
            MasterColumn.text("currency", Messages.Rows_currency, 9),
            MasterColumn.word("active", Messages.Rows_active, 7, List.of(Messages.Rows_yes, Messages.Rows_no)));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return partners.list().stream()
            .map(partner -> MasterRow.of("partner", partner.code(), "name", partner.name(), "roles",
                partner.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" | ")), "currency",
                partner.currency().map(Currency::getCurrencyCode).orElse(""), "active",
                partner.active() ? Messages.Rows_yes : Messages.Rows_no))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedFields typed = new TypedFields(items);
        List<Partners.Draft> drafts = new ArrayList<>();
        for (MasterRow row : rows) {
            int line = drafts.size() + 1;
            boolean isNew = partners.byCode(row.get("partner")).isEmpty();
            if (!isNew && drafts.stream().anyMatch(draft -> draft.code().equals(row.get("partner")))) {
                typed.refuse(Refusal.of(CatalogRefusal.CODE_TAKEN, row.get("partner"), "an earlier row")
                    .hint("Keep one of the two rows."), line, "partner");
            }
            Optional<Currency> currency = typed.currency(row.get("currency"), line, "currency");
            drafts.add(new Partners.Draft(row.get("partner"), row.get("name"), roles(typed, row.get("roles"), line),
                currency, !row.get("active").equals(Messages.Rows_no)));
        }
        return typed.outcome(() -> partners.saveAll(drafts));
    }

    private static Set<Role> roles(TypedFields typed, String text, int line) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : text.split("[|,;\\s]+")) {
            if (!word.isEmpty()) {
                Arrays.stream(Role.values()).filter(role -> role.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst().ifPresentOrElse(roles::add,
                        () -> typed.refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, word, "role of a partner")
                            .hint(Messages.Rows_rolesHint), line, "roles"));
            }
        }
        return roles;
    }

}
