package org.stockwright.service.ui.internal.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;
import org.stockwright.service.ServiceCase.State;
import org.stockwright.service.ServiceCase.TakenUnit;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.grid.Column;

/** The columns of cases and of their stages. */
@SuppressWarnings("nls")
final class CaseColumns {

    private CaseColumns() {
    }

    static List<Column<ServiceCase>> cases() {
        return List.of(Column.<ServiceCase>text("number", Messages.Case_number, ServiceCase::number).width(12),
            Column.<ServiceCase>text("state", Messages.Case_state, row -> state(row.state())).width(10),
            Column.<ServiceCase>text("customer", Messages.Case_who, ServiceCase::customerName).width(26),
            Column.<ServiceCase>text("template", Messages.Case_service, ServiceCase::template).width(16),
            Column.<ServiceCase>text("next", Messages.Case_next,
                row -> row.next().map(next -> next.stage().name()).orElse("")).width(26),
            Column.<ServiceCase>text("performer", Messages.Stage_performer,
                row -> row.next().map(next -> performer(next.stage().performer())).orElse("")).width(11),
            Column.<ServiceCase, Instant>of("due", Messages.Case_due,
                row -> row.next().flatMap(CaseStage::due).orElse(null), Zones::minutes).width(20),
            Column.<ServiceCase>text("late", Messages.Case_late, row -> isLate(row) ? Messages.Case_isLate : "")
                .width(9),
            Column.<ServiceCase, Instant>of("promised", Messages.Case_promised, ServiceCase::promised, Zones::minutes)
                .width(20),
            Column.<ServiceCase, Instant>of("arrived", Messages.Case_arrived, ServiceCase::arrived, Zones::minutes)
                .width(20),
            Column.<ServiceCase>text("unit", Messages.Case_unit,
                row -> row.unit().map(TakenUnit::lot).orElse(Messages.Case_noUnit)).width(14),
            Column.<ServiceCase, Instant>of("ended", Messages.Case_ended, row -> row.ended().orElse(null),
                Zones::minutes).width(20));
    }

    static List<Column<CaseStage>> stages() {
        return List.of(
            Column.<CaseStage>number("number", Messages.Task_number, row -> BigDecimal.valueOf(row.number())).width(5),
            Column.<CaseStage>text("stage", Messages.Stage_name, row -> row.stage().name()).width(30),
            Column.<CaseStage>text("performer", Messages.Stage_performer, row -> performer(row.stage().performer()))
                .width(11),
            Column.<CaseStage>text("state", Messages.Case_state, CaseColumns::state).width(17),
            Column.<CaseStage, Instant>of("due", Messages.Case_due, row -> row.due().orElse(null), Zones::minutes)
                .width(20),
            Column.<CaseStage, Instant>of("done", Messages.Task_done, row -> row.done().orElse(null), Zones::minutes)
                .width(20),
            Column.<CaseStage>text("user", Messages.Task_user, CaseStage::user).width(14),
            Column.<CaseStage>text("gate", Messages.Stage_gate, row -> row.stage().gate()).width(24),
            Column.<CaseStage>text("result", Messages.Task_result, CaseStage::result).width(40));
    }

    /** Whether somebody waits longer than was promised, or than a stage should last. */
    static boolean isLate(ServiceCase row) {
        Instant now = Instant.now();
        Optional<Instant> due = row.next().flatMap(CaseStage::due);
        return isOpen(row) && (row.promised().isBefore(now) || due.filter(one -> one.isBefore(now)).isPresent());
    }

    static boolean isOpen(ServiceCase row) {
        return row.state() == State.IN_WORK || row.state() == State.READY;
    }

    private static String performer(Performer performer) {
        return switch (performer) {
            case STAFF -> Messages.Stage_staff;
            case CLIENT -> Messages.Stage_client;
            case AUTOMATION -> Messages.Stage_automation;
        };
    }

    private static String state(State state) {
        return switch (state) {
            case IN_WORK -> Messages.Case_inWork;
            case READY -> Messages.Case_ready;
            case DELIVERED -> Messages.Case_delivered;
            case CANCELLED -> Messages.Case_cancelled;
        };
    }

    private static String state(CaseStage stage) {
        return switch (stage.state()) {
            case AHEAD -> Messages.Task_ahead;
            case WAITING -> Messages.Task_waiting;
            case READY -> Messages.Task_ready;
            case DONE -> Messages.Task_isDone;
        };
    }

}
