package org.stockwright.valuation.internal.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.LotGroups;
import org.stockwright.valuation.LotGroups.Member;
import org.stockwright.valuation.ValuationPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Which lots share one cost, from a file. */
@Component
public final class LotGroupsImport implements ImportKind {

    private final LotGroups groups;
    private final Items items;
    private final Units units;

    @Activate
    public LotGroupsImport(@Reference LotGroups groups, @Reference Items items, @Reference Units units) {
        this.groups = groups;
        this.items = items;
        this.units = units;
    }

    @Override
    public String id() {
        return "lot-groups";
    }

    @Override
    public String title() {
        return "Lot Groups";
    }

    @Override
    public String permission() {
        return ValuationPermission.POLICIES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("item", "code, alias or barcode"),
            required("lot", "lot or serial number that was not moved yet; it need not be there"),
            optional("lot_group", "lots of the item in the same group share one cost; default none"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        RowBatch<Member> batch = new RowBatch<>(errors);
        ItemFinder finder = new ItemFinder(items, units, rows);
        Map<List<Object>, String> stored = new HashMap<>();
        groups.list().forEach(one -> stored.put(List.of(one.member().item(), one.member().lot()),
            one.member().group()));
        for (ImportRow row : rows) {
            progress.check();
            Optional<ItemFinder.Found> found = errors.value(row, "item", finder.find(row.get("item")));
            if (found.isPresent()) {
                Member member = new Member(found.get().item().id(), row.get("lot"), row.get("lot_group"));
                List<Object> lot = List.of(member.item(), member.lot());
                if (batch.isFirst(row, "lot", lot)) {
                    batch.add(row, member, member.group().equals(stored.getOrDefault(lot, "")));
                }
            }
            progress.worked(1);
        }
        return batch.store(rows.size(), mode, new Storing(groups));
    }

    /** How they are stored. */
    private record Storing(LotGroups groups) implements RowBatch.Storing<Member> {

        @Override
        public Outcome<Integer> store(List<Member> values) {
            return groups.assign(values);
        }

        @Override
        public Outcome<Integer> rehearse(List<Member> values) {
            return groups.rehearse(values);
        }

        @Override
        public String column(Refusal refusal) {
            return switch (refusal.code().name()) {
                case "UNKNOWN_ITEM", "NO_LOTS" -> "item";
                case "BAD_TEXT" -> "lot_group";
                default -> "lot";
            };
        }

    }

}
