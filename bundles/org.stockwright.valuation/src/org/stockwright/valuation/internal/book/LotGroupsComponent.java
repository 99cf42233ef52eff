package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.LotGroups;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.CostGate;

/** Puts lots into groups before they are moved. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.LotGroups")
public final class LotGroupsComponent implements LotGroups, Guarded {

    private static final int LONGEST = 64;

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;

    /** Lives as long as the open book. */
    @Activate
    public LotGroupsComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
    }

    @Override
    public List<Decision> list() {
        gate.check();
        return work.read(transaction -> {
            List<Decision> result = new ArrayList<>();
            try (
                PreparedStatement select = transaction.connection().prepareStatement("SELECT m.item_id, m.lot_code, "
                    + "g.name, i.code, m.recorded_at, m.user_name FROM lot_group_member m JOIN item i "
                    + "ON i.id = m.item_id LEFT JOIN lot_group g ON g.id = m.group_id ORDER BY m.id");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Decision(new Member(new ItemId(row.getLong(1)), row.getString(2),
                        Optional.ofNullable(row.getString(3)).orElse("")), row.getString(4),
                        Micros.toInstant(row.getLong(5)), row.getString(6)));
                }
            }
            return result;
        });
    }

    @Override
    public Outcome<Integer> assign(List<Member> members) {
        gate.check();
        return work.write(transaction -> assign(transaction, members));
    }

    @Override
    public Outcome<Integer> rehearse(List<Member> members) {
        gate.check();
        return work.attempt(transaction -> assign(transaction, members));
    }

    private Outcome<Integer> assign(Transaction transaction, List<Member> members) throws SQLException {
        Connection connection = transaction.connection();
        // whoever moves a lot for the first time waits, and then finds its group
        Map<Long, Head> heads = new Heads(transaction).lockAll();
        Rules rules = valuer.rules().current(transaction);
        boolean valued = heads.values().stream().anyMatch(head -> !head.isNew());
        GroupedLots known = GroupedLots.read(connection);
        Map<GroupedLots.Key, String> names = new HashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        List<Member> fresh = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member one = members.get(i);
            GroupedLots.Key key = new GroupedLots.Key(one.item().value(), one.lot());
            if (one.group().equals(names.getOrDefault(key, known.nameOf(key)))) {
                continue;
            }
            int line = i + 1;
            Optional<Refusal> refusal = valued && rules.scope() != CostScope.LOT_GROUP
                ? Optional.of(Refusal.of(ValuationRefusal.SCOPE_FIXED, rules.scope().word())
                    .hint("Groups of lots share a cost only where the scope is lot-group."))
                : refusal(connection, one);
            refusal.ifPresent(found -> refusals.add(found.at(Refusal.Place.line(line))));
            names.put(key, one.group());
            fresh.add(one);
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        for (Member one : fresh) {
            insert(transaction, one);
            transaction.tell("LOT_GROUP", "lot", one.lot(), Map.of("group", one.group()));
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        transaction.changes(Topic.SETTINGS);
        return Outcome.done(fresh.size());
    }

    private static Optional<Refusal> refusal(Connection connection, Member member) throws SQLException {
        ItemFacts item = ItemFacts.read(connection, Optional.of(member.item())).get(member.item().value());
        if (item == null) {
            return Optional.of(Refusal.of(ValuationRefusal.UNKNOWN_ITEM, member.item().value()));
        }
        if (item.tracking().equals("NONE")) {
            return Optional.of(Refusal.of(ValuationRefusal.NO_LOTS, item.code())
                .hint("Only items tracked by lot or serial number have groups."));
        }
        for (String text : List.of(member.lot(), member.group())) {
            boolean empty = text.equals(member.lot()) && text.isBlank();
            if (empty || text.length() > LONGEST || !text.equals(text.strip())
                || text.chars().anyMatch(Character::isISOControl) || !StoredText.isSound(text)) {
                return Optional.of(Refusal.of(ValuationRefusal.BAD_TEXT, text,
                    text.equals(member.lot()) ? "lot" : "group").hint("It has at most " + LONGEST + " characters."));
            }
        }
        return isMoved(connection, member) ? Optional.of(Refusal.of(ValuationRefusal.LOT_MOVED, member.lot(),
            item.code()).hint("A lot is put into its group before its first movement; use another lot for new goods."))
            : Optional.empty();
    }

    private static boolean isMoved(Connection connection, Member member) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM balance b JOIN lot l "
            + "ON l.id = b.lot_id WHERE l.item_id = ? AND l.code = ?")) {
            select.setLong(1, member.item().value());
            select.setString(2, member.lot());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    private static void insert(Transaction transaction, Member member) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO lot_group_member (id, "
            + "item_id, lot_code, group_id, recorded_at, user_name) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("valuation_seq"));
            insert.setLong(2, member.item().value());
            insert.setString(3, member.lot());
            if (member.group().isEmpty()) {
                insert.setNull(4, Types.BIGINT);
            } else {
                insert.setLong(4, group(transaction, member.group()));
            }
            insert.setLong(5, Micros.of(transaction.now()));
            insert.setString(6, transaction.user());
            insert.executeUpdate();
        }
    }

    private static long group(Transaction transaction, String name) throws SQLException {
        try (
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT id FROM lot_group WHERE name = ?");
            PreparedStatement insert = transaction.connection()
                .prepareStatement("INSERT INTO lot_group (id, name) VALUES (?, ?)")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
            long id = transaction.nextId("valuation_seq");
            insert.setLong(1, id);
            insert.setString(2, name);
            insert.executeUpdate();
            return id;
        }
    }

}
