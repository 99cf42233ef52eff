package org.stockwright.service.ui.internal.capacity;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** People, rooms and machines with their pools, shifts and absences. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class ResourcesPage extends DescribedPage {

    /** The editor that it is a tab of; the same word stands in {@code plugin.xml}. */
    static final String AREA = "service-resources";

    private static final List<String> KINDS = List.of(Messages.Resource_person, Messages.Resource_room,
        Messages.Resource_machine);

    private final Resources resources;
    private final Items items;

    /** Of the open book. */
    @Activate
    public ResourcesPage(@Reference Resources resources, @Reference Items items) {
        super(new Facts(AREA, 10, Messages.Resource_title, Messages.Resource_explanation, Messages.Resource_empty,
            "org.stockwright.service.ui.resources", "", List.of(ServicePermission.RESOURCES), Set.of(Topic.SETTINGS)));
        this.resources = resources;
        this.items = items;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.text("code", Messages.Templates_code, 12).kept(),
            MasterColumn.text("name", Messages.Templates_name, 24),
            MasterColumn.word("kind", Messages.Resource_kind, 10, KINDS),
            MasterColumn.text("pools", Messages.Resource_pools, 22).hint("CLERK, NOTARY"),
            MasterColumn.text("shifts", Messages.Resource_shifts, 44).hint("Mon-Fri 08:00-16:00"),
            MasterColumn.text("absences", Messages.Resource_absences, 40).hint("2026-01-05 2026-01-09 holidays"));
    }

    @Override
    public List<MasterRow> read(String scope) {
        ZoneId zone = Zones.current();
        return resources.list().stream()
            .map(one -> MasterRow.of("code", one.code(), "name", one.name(), "kind", KINDS.get(one.kind().ordinal()),
                "pools", String.join(", ", new TreeSet<>(one.pools())), "shifts", ResourceTexts.shifts(one.shifts()),
                "absences", ResourceTexts.absences(one.absences(), zone)))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedFields typed = new TypedFields(items);
        List<Resource> before = resources.list();
        List<Resource> now = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            String code = typed.needed(row.get("code"), "The code", line, "code");
            if (!codes.add(code)) {
                typed.refuse(Refusal.of(CatalogRefusal.CODE_TAKEN, code, "an earlier row")
                    .hint("Give each resource a code of its own."), line, "code");
            }
            Optional<Resource> old = before.stream().filter(one -> one.code().equals(code)).findFirst();
            now.add(new Resource(code, row.get("name"), Kind.values()[Math.max(0, KINDS.indexOf(row.get("kind")))],
                Arrays.stream(row.get("pools").split(",")).map(String::strip).filter(one -> !one.isEmpty())
                    .collect(Collectors.toSet()),
                shifts(typed, row.get("shifts"), line), absences(typed, old, row.get("absences"), line)));
        }
        return typed.outcome(() -> store(before, now));
    }

    private Outcome<Integer> store(List<Resource> before, List<Resource> now) {
        Set<String> kept = now.stream().map(Resource::code).collect(Collectors.toSet());
        Outcome<Integer> stored = resources.save(now).map(Resources.Saved::changed);
        for (Resource one : before) {
            if (!kept.contains(one.code())) {
                stored = stored.then(count -> resources.remove(one.code()).map(gone -> count));
            }
        }
        return stored;
    }

    private static List<Shift> shifts(TypedFields typed, String text, int line) {
        return ResourceTexts.readShifts(text).orElseGet(() -> {
            typed.refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, "shift")
                .hint("Write Mon-Fri 08:00-16:00; several are separated by semicolons."), line, "shifts");
            return List.of();
        });
    }

    /** The absences of a cell; those of parts of days stay as they are while nobody touches the cell. */
    private static List<Absence> absences(TypedFields typed, Optional<Resource> old, String text, int line) {
        ZoneId zone = Zones.current();
        if (old.filter(one -> ResourceTexts.absences(one.absences(), zone).equals(text)).isPresent()) {
            return old.get().absences();
        }
        return ResourceTexts.readAbsences(text, zone).orElseGet(() -> {
            typed.refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, "absence")
                .hint("Write 2026-01-05 2026-01-09 holidays; several are separated by semicolons."), line,
                "absences");
            return List.of();
        });
    }

}
