package org.stockwright.catalog.ui.internal.master;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.catalog.ui.internal.Messages;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** Where a partner or the company is. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class AddressesPage extends CatalogPage {

    private final Addresses addresses;

    /** Of the open book. */
    @Activate
    public AddressesPage(@Reference Addresses addresses, @Reference Partners partners,
        @Reference CompanyProfiles companies) {
        super(new Facts(AREA, 20, Messages.Addresses_title, Messages.Addresses_explanation, Messages.Addresses_empty,
            HELP + "addresses", "addresses",
            List.of(CatalogPermission.EDIT), Set.of(Topic.PARTNERS)), partners, companies);
        this.addresses = addresses;
    }

    @Override
    public Optional<Scope> scope() {
        return Optional.of(new Scope(Messages.Addresses_of, Messages.Addresses_self, AddressesPage::found));
    }

    private static List<Choice<String>> found(String text) {
        return Stream.of(Role.values()).flatMap(role -> Choices.partners(text, role).stream()).distinct().toList();
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.text("code", Messages.Rows_code, 10),
            MasterColumn.text("name", Messages.Rows_name, 20),
            MasterColumn.text("line1", Messages.Rows_lines, 28).hint(Messages.Rows_linesHint),
            MasterColumn.text("postal_code", Messages.Rows_postal, 11),
            MasterColumn.text("city", Messages.Rows_city, 16),
            MasterColumn.text("region", Messages.Rows_region, 10),
            MasterColumn.text("country", Messages.Rows_country, 8).hint("DE"),
            MasterColumn.text("phone", Messages.Rows_phone, 14), MasterColumn.text("email", Messages.Rows_email, 20));
    }

    private Optional<PartnerId> partner(String scope) {
        return scope.isEmpty() ? Optional.of(PartnerId.SELF) : partners.byCode(scope).map(Partner::id);
    }

    @Override
    public List<MasterRow> read(String scope) {
        return partner(scope).map(addresses::list).orElse(List.of()).stream()
            .map(one -> MasterRow.of("code", one.code(), "name", one.name(), "line1", String.join(" | ", one.lines()),
                "postal_code", one.postalCode(), "city", one.city(), "region", one.region(), "country", one.country(),
                "phone", one.phone(), "email", one.email()))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        Optional<PartnerId> partner = partner(scope);
        if (partner.isEmpty()) {
            return Outcome.refused(Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, scope)
                .hint("Type a part of its name to choose from a list."));
        }
        List<Address> now = new ArrayList<>();
        for (MasterRow row : rows) {
            now.add(new Address(partner.get(), row.get("code"), row.get("name"),
                Arrays.stream(row.get("line1").split("\\|")).map(String::strip).filter(line -> !line.isEmpty())
                    .toList(),
                row.get("postal_code"), row.get("city"), row.get("region"), row.get("country"), row.get("phone"),
                row.get("email")));
        }
        List<Address> gone = addresses.list(partner.get()).stream()
            .filter(old -> now.stream().noneMatch(one -> one.code().equals(old.code()))).toList();
        return addresses.change(gone, now);
    }

}
