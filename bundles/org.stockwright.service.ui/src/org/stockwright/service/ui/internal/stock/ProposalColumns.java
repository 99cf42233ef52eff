package org.stockwright.service.ui.internal.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.stockwright.documents.ui.Figures;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Preparations.QuietTime;
import org.stockwright.service.StoredWork.Basis;
import org.stockwright.service.StoredWork.Proposal;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.grid.Column;

/** The columns of what should be prepared. */
@SuppressWarnings("nls")
final class ProposalColumns {

    private ProposalColumns() {
    }

    static List<Column<Proposal>> all() {
        return List.of(Column.<Proposal>text("template", Messages.Case_service, Proposal::template).width(16),
            Column.<Proposal>number("units", Messages.Proposal_units, row -> BigDecimal.valueOf(row.units())).width(13),
            Column.<Proposal>number("position", Messages.Stored_position, row -> Figures.plain(row.position()))
                .width(10),
            Column.<Proposal>number("below", Messages.Proposal_below, row -> Figures.plain(row.below())).width(10),
            Column.<Proposal>number("upTo", Messages.Proposal_upTo, row -> Figures.plain(row.upTo())).width(10),
            Column.<Proposal>text("basis", Messages.Proposal_basis, row -> basis(row.basis())).width(22),
            Column.<Proposal, Instant>of("quiet", Messages.Proposal_quiet,
                row -> row.quiet().map(QuietTime::from).orElse(null), Zones::minutes).width(20),
            Column.<Proposal, Instant>of("quietUntil", Messages.Calendar_until,
                row -> row.quiet().map(QuietTime::until).orElse(null), Zones::minutes).width(20),
            Column.<Proposal>number("arrivals", Messages.Proposal_arrivals,
                row -> row.quiet().map(one -> BigDecimal.valueOf(one.arrivals())).orElse(null)).width(12));
    }

    private static String basis(Basis basis) {
        return switch (basis) {
            case TEMPLATE -> Messages.Proposal_template;
            case DEMAND -> Messages.Proposal_demand;
        };
    }

}
