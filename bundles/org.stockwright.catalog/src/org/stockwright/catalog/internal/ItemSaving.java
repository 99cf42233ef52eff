package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.internal.ItemWriter.Change;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.persistence.Transaction;

/**
 * Checks many items against themselves, each other and what is stored, and writes those that differ. The number of
 * queries does not grow with the number of items, but for the rare ones that change what the ledger relies on.
 */
final class ItemSaving {

    /**
     * What became of the items.
     *
     * @param ids the identities of the sound ones, in their order
     * @param stored how many are new or changed
     * @param unchanged how many are stored like that already
     * @param refusals why others are not sound
     */
    record Result(List<ItemId> ids, int stored, int unchanged, List<Refusal> refusals) {
    }

    private final Transaction tx;
    private final Connection connection;
    private final Map<String, StoredUnit> units;
    private final Set<String> roles;
    private final Map<Long, StoredItem> storedById = new HashMap<>();
    private final Map<String, StoredItem> storedByCode = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final List<ItemId> ids = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private boolean costsKept;

    ItemSaving(Transaction tx, Set<String> roles) throws SQLException {
        this.tx = tx;
        this.connection = tx.connection();
        this.units = UnitTable.load(connection);
        this.roles = roles;
    }

    /** Leaves costs as they are stored, whatever the entries say. */
    ItemSaving keepingCosts(boolean kept) {
        costsKept = kept;
        return this;
    }

    /**
     * Checks all of them, and writes what is sound.
     *
     * @param keepGood whether to write sound ones when others are not; otherwise nothing is written then
     */
    Result save(List<ItemEntry> entries, boolean keepGood, Progress progress) throws SQLException {
        Result result = check(entries, progress);
        if (keepGood || refusals.isEmpty()) {
            write();
        }
        return result;
    }

    /** Checks all of them. */
    Result check(List<ItemEntry> entries, Progress progress) throws SQLException {
        loadStored(entries);
        List<ItemEntry> normal = entries.stream().map(this::normalised).toList();
        PartnerBook partners = normal.stream().allMatch(entry -> entry.draft().aliases().isEmpty()) ? new PartnerBook()
            : PartnerTable.load(connection);
        ItemChecks checks = new ItemChecks(units, roles,
            partner -> partner.equals(PartnerId.SELF) || partners.get(partner).isPresent());
        ItemConflicts conflicts = new ItemConflicts(connection, normal.stream().map(ItemEntry::draft).toList());
        progress.begin("Checking items", normal.size());
        for (ItemEntry entry : normal) {
            progress.check();
            add(entry, checks, conflicts);
            progress.worked(1);
        }
        return new Result(ids, changes.size(), ids.size() - changes.size(), refusals);
    }

    /** Writes what was checked, is sound and differs from what is stored. */
    void write() throws SQLException {
        if (!changes.isEmpty()) {
            Map<String, Long> unitIds = new HashMap<>();
            units.forEach((code, unit) -> unitIds.put(code, unit.id()));
            new ItemWriter(tx, unitIds).write(changes);
            tx.changes(Topic.ITEMS);
        }
    }

    private void loadStored(List<ItemEntry> entries) throws SQLException {
        ItemReader reader = new ItemReader(connection);
        List<String> codes = entries.stream().map(entry -> entry.draft()).filter(draft -> draft.id().isEmpty())
            .map(ItemDraft::code).toList();
        List<Long> wanted = entries.stream().flatMap(entry -> entry.draft().id().stream()).map(ItemId::value).toList();
        storedByCode.putAll(reader.byCodes(codes));
        reader.byIds(wanted).values().forEach(stored -> storedById.put(stored.item().id().value(), stored));
    }

    private StoredItem stored(ItemDraft draft) {
        return draft.id().isPresent() ? storedById.get(draft.id().get().value()) : storedByCode.get(draft.code());
    }

    private ItemEntry normalised(ItemEntry entry) {
        StoredItem old = stored(entry.draft());
        Item item = old == null ? null : old.item();
        ItemDraft draft = costsKept ? Costs.kept(entry.draft(), item) : entry.draft();
        return new ItemEntry(ItemShape.normalised(draft, item), entry.places());
    }

    private void add(ItemEntry entry, ItemChecks checks, ItemConflicts conflicts) throws SQLException {
        ItemDraft draft = entry.draft();
        StoredItem old = stored(draft);
        Findings findings = new Findings(entry.placesOf(""));
        if (old == null && (draft.id().isPresent() || draft.version() >= 0)) {
            findings.add("item", Refusal.of(CatalogRefusal.UNKNOWN_ITEM, draft.code())
                .hint("It is not in this company any more; leave out its identity to make it anew."));
        } else if (old != null && draft.version() >= 0 && draft.version() != old.item().version()) {
            findings.add("item", Refusal.of(CatalogRefusal.CHANGED_MEANWHILE, draft.code())
                .hint("Open it again and repeat your change."));
        }
        List<Refusal> found = new ArrayList<>(findings.refusals());
        found.addAll(checks.check(entry, old == null ? Set.of() : old.item().roles()));
        if (old != null && found.isEmpty()) {
            found.addAll(contradictions(entry, old.item()));
        }
        if (found.isEmpty()) {
            found.addAll(conflicts.take(entry, old == null ? 0 : old.item().id().value()));
        }
        if (found.isEmpty() && old != null && !seen.add(old.item().id().value())) {
            found.add(Refusal.of(CatalogRefusal.CODE_TAKEN, draft.code(), "an earlier line")
                .hint("Keep one of the two lines.").at(entry.places().apply("item", "")));
        }
        if (found.isEmpty()) {
            accept(draft, old);
        }
        refusals.addAll(found);
    }

    private void accept(ItemDraft draft, StoredItem old) {
        long id = old == null ? tx.nextId("catalog_seq") : old.item().id().value();
        ids.add(new ItemId(id));
        if (old == null || !ItemShape.isSame(draft, old.item())) {
            changes.add(new Change(draft, id, old));
        }
    }

    /** What the ledger relies on: the base unit since the first movement, the tracking while there is stock. */
    private List<Refusal> contradictions(ItemEntry entry, Item old) throws SQLException {
        Findings findings = new Findings(entry.placesOf(""));
        if (!entry.draft().unit().equals(old.unit().code()) && Chunks.any(connection,
            "SELECT 1 FROM movement WHERE item_id = ? FETCH FIRST ROW ONLY", old.id().value())) {
            findings.add("unit", Refusal.of(CatalogRefusal.IN_USE, "The base unit", old.code())
                .hint("It stays " + old.unit() + "; add a pack for another one, or make a new item."));
        }
        if (entry.draft().tracking() != old.tracking() && Chunks.any(connection,
            "SELECT 1 FROM balance WHERE item_id = ? AND (on_hand <> 0 OR reserved <> 0) FETCH FIRST ROW ONLY",
            old.id().value())) {
            findings.add("tracking", Refusal.of(CatalogRefusal.IN_USE, "The tracking", old.code())
                .hint("Issue or adjust its stock to zero first."));
        }
        return findings.refusals();
    }

}
