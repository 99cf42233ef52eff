package org.stockwright.fulfilment.internal.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sample;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.fulfilment.Slotting;
import org.stockwright.fulfilment.Slotting.Proposal;
import org.stockwright.fulfilment.Slotting.Slot;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;

import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** Which items lie wrong, and where they should lie. */
@Component(service = ReportContribution.class)
public final class SlottingReport extends FiguresReport {

    private static final ReportDataSet MOVES = new ReportDataSet("moves",
        List.of(new Column("warehouse", TEXT), new Column("item", TEXT), new Column("name", TEXT),
            new Column("grade", TEXT), new Column("picks", INTEGER), new Column("bin", TEXT),
            new Column("distance", INTEGER), new Column("zone", TEXT), new Column("target", TEXT),
            new Column("target_distance", INTEGER), new Column("saving", INTEGER), Column.layout("head", TEXT),
            Column.layout("foot", TEXT)));

    private final Slotting slotting;
    private final Locations locations;

    /** Rows come from these services. */
    @Activate
    public SlottingReport(@Reference Slotting slotting, @Reference Locations locations,
        @Reference CompanyProfiles profiles, @Reference UnitOfWork work) {
        super("slotting", "Slotting", "Which items lie in the wrong bins for how often they are picked, and where they "
            + "should lie so that pickers walk less.", MOVES, profiles, work);
        this.slotting = slotting;
        this.locations = locations;
    }

    @Override
    public List<ReportParameter> parameters() {
        List<ReportParameter> all = new ArrayList<>(super.parameters());
        all.add(ReportParameter.optional("location", "Location", ReportParameter.Type.LOCATION));
        return all;
    }

    private Optional<LocationId> place(ReportArguments arguments) {
        return locations.byCode(arguments.get("location")).map(Location::id);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>(super.check(arguments));
        if (arguments.has("location") && place(arguments).isEmpty()) {
            refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, "location", arguments.get("location"))
                .hint("There is no such place; look its code up in the list of places."));
        }
        return refusals;
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return times().heading("Picks " + days(arguments).text()
            + (arguments.has("location") ? ", location " + arguments.get("location") : ""));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        List<Object[]> rows = new ArrayList<>();
        for (Proposal proposal : slotting.proposals(place(arguments), days.from(), days.to())) {
            progress.check();
            proposal.moves().forEach(slot -> rows.add(cells(proposal, slot)));
        }
        return rows;
    }

    private static Object[] cells(Proposal proposal, Slot slot) {
        return new Object[] { proposal.warehouse(), slot.item(), slot.name(), slot.grade().name(), slot.picks(),
            slot.bin(), (long) slot.distance(), slot.zone().name(), slot.target().orElse(""),
            (long) slot.targetDistance(), slot.saving(), head(proposal), foot(proposal) };
    }

    private static String head(Proposal proposal) {
        return proposal.warehouse() + " · " + proposal.picks() + " picks · " + proposal.moves().size() + " of "
            + proposal.slots().size() + " items lie wrong";
    }

    private static String foot(Proposal proposal) {
        BigDecimal now = BigDecimal.valueOf(proposal.now());
        return "Picks × distance: " + proposal.now() + " now, " + proposal.proposed() + " proposed"
            + Sample.percent(now.subtract(BigDecimal.valueOf(proposal.proposed())), now, 1)
                .map(less -> ", " + less + " % less").orElse("");
    }

}
