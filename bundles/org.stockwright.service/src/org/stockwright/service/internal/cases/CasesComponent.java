package org.stockwright.service.internal.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Cases;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.stock.EventRows;
import org.stockwright.service.internal.stock.ResultRows;

/** Customers' cases. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Cases")
public final class CasesComponent implements Cases, Guarded {

    private final CaseDesk desk;

    /** Lives as long as the open book. */
    @Activate
    public CasesComponent(@Reference CaseDesk desk) {
        this.desk = desk;
    }

    private Outcome<ServiceCase> read(DocumentId document) {
        return get(document).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_CASE, document.value())
                .hint("Look for it among the service cases.")));
    }

    @Override
    public Outcome<ServiceCase> open(Arrival arrival) {
        return desk.open(arrival).then(desk::runOrTell).then(this::read);
    }

    @Override
    public Outcome<ServiceCase> done(StageResult result) {
        return desk.done(result).then(desk::runOrTell).then(this::read);
    }

    @Override
    public Outcome<ServiceCase> run(DocumentId document) {
        return desk.run(document).then(this::read);
    }

    @Override
    public Outcome<Ran> runAll(Progress progress) {
        return desk.runAll(progress);
    }

    @Override
    public Outcome<ServiceCase> deliver(String key, DocumentId document, Instant effective) {
        return desk.deliver(key, document, effective).then(this::read);
    }

    @Override
    public Outcome<ServiceCase> cancel(Cancel cancel) {
        return desk.cancel(cancel).then(this::read);
    }

    @Override
    public Optional<ServiceCase> get(DocumentId document) {
        return desk.read(rows -> rows.get(document).stream().toList()).stream().findFirst();
    }

    @Override
    public List<ServiceCase> list(Optional<String> template, boolean openOnly, int limit) {
        return desk.read(rows -> rows.list(template, openOnly, limit));
    }

    @Override
    public List<CaseFile> files(DocumentId document) {
        return desk.desk().work().read(transaction -> {
            Optional<CaseRows.Row> row = new CaseRows(transaction).get(document);
            if (row.isEmpty()) {
                return List.of();
            }
            ResultRows results = new ResultRows(transaction);
            List<CaseFile> files = new ArrayList<>();
            if (row.get().unit().isPresent()) {
                CaseRows.Unit unit = row.get().unit().get();
                results.files(unit.batch(), unit.number()).forEach(one -> files.add(file(one, true)));
            }
            results.files(document, 0).forEach(one -> files.add(file(one, false)));
            return files;
        });
    }

    private static CaseFile file(ResultRows.Attached file, boolean ahead) {
        return new CaseFile(file.id(), file.name(), file.type(), ahead);
    }

    @Override
    public Optional<Instant> when(String key) {
        return desk.desk().work().read(transaction -> {
            Optional<Instant> told = new EventRows(transaction).happened(key);
            return told.isPresent() ? told : new CaseRows(transaction).arrived(key);
        });
    }

    @Override
    public List<Happening> history(DocumentId document) {
        return desk.desk().work().read(transaction -> new EventRows(transaction).of(document));
    }

}
