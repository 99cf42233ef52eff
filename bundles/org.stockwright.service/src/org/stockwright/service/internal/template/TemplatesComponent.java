package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.Sessions;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.Demand;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.internal.InstalledAutomations;
import org.stockwright.service.internal.boundary.BoundaryCalculation;
import org.stockwright.service.internal.boundary.CurrentCosts;
import org.stockwright.service.internal.boundary.MaterialCosts;
import org.stockwright.service.internal.template.TemplateRows.Stored;

/** The templates of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Templates")
public final class TemplatesComponent implements Templates, Guarded {

    private final UnitOfWork work;
    private final Sessions sessions;
    private final Access access;
    private final CompanyProfiles companies;
    private final Automations automations;
    private final MaterialCosts costs;

    /** Lives as long as the open book. */
    @Activate
    public TemplatesComponent(@Reference UnitOfWork work, @Reference Sessions sessions, @Reference Access access,
        @Reference CompanyProfiles companies,
        @Reference InstalledAutomations automations,
        @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) CurrentCosts current) {
        this.work = work;
        this.sessions = sessions;
        this.access = access;
        this.companies = companies;
        this.automations = new Automations(automations);
        this.costs = new MaterialCosts(work, Optional.ofNullable(current));
    }

    private ZoneId zone() {
        return companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(work.clock().instant(), zone());
    }

    @FunctionalInterface
    private interface Question {

        List<Stored> in(TemplateRows rows) throws SQLException;

    }

    private List<Template> read(Question question) {
        return work.read(transaction -> question.in(new TemplateRows(transaction))).stream().map(Stored::template)
            .toList();
    }

    @Override
    public List<Template> list() {
        return read(TemplateRows::all);
    }

    @Override
    public List<Template> versions(String code) {
        return TemplateCheck.CODE.matcher(code).matches() ? read(rows -> rows.versions(code)) : List.of();
    }

    @Override
    public Optional<Template> on(String code, LocalDate day) {
        return versions(code).stream().filter(template -> template.holds(day)).findFirst();
    }

    @Override
    public Optional<Template> of(ItemId service, LocalDate day) {
        return read(rows -> rows.of(service)).stream().filter(template -> template.holds(day)).findFirst();
    }

    @FunctionalInterface
    private interface Writing {

        Outcome<Template> in(TemplateWriting writing) throws SQLException;

    }

    /** What is no code names no template, and no database has to be asked. */
    private Outcome<Template> write(String code, int version, Writing writing) {
        return TemplateCheck.CODE.matcher(code).matches() ? write(writing)
            : TemplateWriting.unknown(code, version);
    }

    private Outcome<Template> write(Writing writing) {
        return work.write(transaction -> writing.in(new TemplateWriting(transaction)));
    }

    @Override
    public Outcome<Template> save(Template draft) {
        List<Refusal> refusals = new TemplateCheck(draft).run();
        return refusals.isEmpty() ? write(writing -> writing.save(draft)) : Outcome.refused(refusals);
    }

    @Override
    public Outcome<Template> discard(String code, int version) {
        return write(code, version, writing -> writing.discard(code, version));
    }

    @Override
    public Outcome<Template> approve(String code, int version) {
        boolean alone = !sessions.hasUsers();
        while (true) {
            Optional<Template> seen = versions(code).stream().filter(one -> one.version() == version).findFirst();
            if (seen.isEmpty()) {
                return TemplateWriting.unknown(code, version);
            }
            List<Refusal> refusals = automations.check(seen.get());
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            Outcome<Optional<Template>> outcome = work.write(
                transaction -> new TemplateWriting(transaction).approve(seen.get(), alone, today()));
            if (!outcome.isDone() || outcome.value().isPresent()) {
                return outcome.map(Optional::get);
            }
            // somebody changed the draft meanwhile: what was looked through is not what would be approved
        }
    }

    @Override
    public Outcome<Template> retire(String code, int version, LocalDate last) {
        return write(code, version, writing -> writing.retire(code, version, last, today()));
    }

    @Override
    public Outcome<Template> move(String code, int version, int boundary, LocalDate from) {
        return write(code, version, writing -> writing.move(code, version, boundary, from));
    }

    @Override
    public List<Starter> starters() {
        return Starters.on(today());
    }

    @Override
    public Outcome<List<BoundaryEffect>> boundaries(Template template, Demand demand) {
        // the boundary itself may be anywhere: all positions of it are asked for
        List<Refusal> refusals = new TemplateCheck(template.at(0)).stages();
        return refusals.isEmpty()
            ? materialCosts(template).then(
                all -> new BoundaryCalculation(template, demand, MaterialCosts.byItem(all)).all())
            : Outcome.refused(refusals);
    }

    @Override
    public Outcome<List<MaterialCost>> materialCosts(Template template) {
        boolean none = template.stages().stream().allMatch(stage -> stage.materials().isEmpty());
        if (none) {
            return Outcome.done(List.of());
        }
        return access.refusal(SecurityPermission.COSTS).<Outcome<List<MaterialCost>>>map(Outcome::refused)
            .orElseGet(() -> Outcome.done(costs.of(template)));
    }

    @Override
    public Demand recorded(ItemId service, int days) {
        int some = Math.max(1, Math.min(days, MOST_DAYS));
        return work.read(transaction -> cases(transaction).demand(service, today(), some));
    }

    private CaseTimes cases(Transaction transaction) {
        return new CaseTimes(transaction, zone());
    }

    @Override
    public List<LeadTime> leadTimes(String code, LocalDate from, LocalDate until) {
        return work.read(transaction -> cases(transaction).leadTimes(code, from, until));
    }

    @Override
    public List<ResponseTime> responseTimes(LocalDate from, LocalDate until) {
        return work.read(transaction -> cases(transaction).responseTimes(new TemplateRows(transaction).all(), from,
            until));
    }

    @Override
    public List<Obsolescence> obsolescence(LocalDate from, LocalDate until) {
        boolean shown = access.may(SecurityPermission.COSTS);
        List<StoredUnits.Figures> figures = work
            .read(transaction -> new StoredUnits(transaction, zone(), today()).figures(from, until));
        List<Template> all = list();
        return figures.stream().map(one -> {
            // the newest version names it; the newest that was used to prepare it says what a unit costs to prepare
            Template template = all.stream().filter(each -> each.code().equals(one.code()))
                .reduce((earlier, later) -> later).orElseThrow();
            Template made = all.stream().filter(each -> each.stored().filter(one.item()::equals).isPresent()
                && each.code().equals(one.code()) && each.boundary() > 0 && each.state() != Template.State.DRAFT)
                .reduce((earlier, later) -> later).orElse(template);
            Optional<BigDecimal> cost = shown
                ? costs.current(one.item()).or(() -> Optional.of(BoundaryCalculation.preparation(made.pushed(),
                    MaterialCosts.byItem(costs.of(made)))))
                : Optional.empty();
            return new Obsolescence(one.code(), template.name(), one.itemCode(), one.prepared(), one.used(),
                one.writtenOff(), one.expired(), cost);
        }).toList();
    }

}
