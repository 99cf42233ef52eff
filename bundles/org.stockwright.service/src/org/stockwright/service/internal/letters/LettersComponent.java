package org.stockwright.service.internal.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.ReportPermission;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Letter;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterRecord;
import org.stockwright.service.LetterTable;
import org.stockwright.service.Letters;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.letters.LetterRows.Recorded;
import org.stockwright.service.internal.letters.LetterTemplateRows.Stored;

/** Makes letters for people. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Letters")
public final class LettersComponent implements Letters, Guarded {

    private static final Pattern MERGE_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private final LetterDesk desk;
    private final Access access;

    /** Lives as long as the open book. */
    @Activate
    public LettersComponent(@Reference LetterDesk desk, @Reference Access access) {
        this.desk = desk;
        this.access = access;
    }

    @Override
    public Outcome<byte[]> preview(String template, int version, LetterData data, Output output) {
        return desk.preview(template, version, data, output);
    }

    @Override
    public Outcome<Made> make(Request request) {
        return desk.make(request);
    }

    @Override
    public Outcome<Merged> merge(Merge merge, Iterable<LetterRecord> records, Progress progress) throws IOException {
        Outcome<Stored> stored = ready(merge, records);
        if (!stored.isDone()) {
            return Outcome.refused(stored.refusals());
        }
        if (isOfOthers(merge)) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_TARGET, merge.target().getFileName())
                .hint("A file of this name is there, and it is not of this merge: name another one."));
        }
        LetterTarget opened;
        try {
            opened = target(merge, stored.value(), progress);
        } catch (IOException e) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_TARGET, merge.target().getFileName())
                .hint("Name a folder, or a file in a folder, that you may write to."));
        }
        try (LetterTarget target = opened) {
            begin(records, progress);
            Output each = target instanceof LetterTarget.Pages ? Output.AS_WRITTEN : merge.output();
            Merged merged = new LetterMerge(desk, merge, stored.value(), each, Optional.of(target), progress)
                .run(records);
            return merged.made() + merged.repeated() == 0 ? Outcome.done(merged) : finish(target, merged);
        }
    }

    private static Outcome<Merged> finish(LetterTarget target, Merged merged) throws IOException {
        try {
            return target.finish().map(done -> merged);
        } catch (Progress.Cancelled e) {
            return Outcome
                .done(new Merged(merged.made(), merged.repeated(), merged.refused(), merged.refusals(), false));
        }
    }

    /** Whether there is a file which this merge has not made. */
    private boolean isOfOthers(Merge merge) {
        return Files.isRegularFile(merge.target()) && desk.list("", merge.key(), "", 1).isEmpty();
    }

    private LetterTarget target(Merge merge, Stored stored, Progress progress) throws IOException {
        String name = String.valueOf(merge.target().getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return new LetterTarget.Zip(merge.target());
        }
        if (name.endsWith(".pdf") && merge.output() == Output.PDF) {
            return new LetterTarget.Pages(merge.target(), (letters, file) -> desk.pdf(stored, letters, file, progress));
        }
        return new LetterTarget.Folder(merge.target());
    }

    private static void begin(Iterable<LetterRecord> records, Progress progress) {
        progress.begin("Letters", records instanceof LetterTable table && !table.isGrouped() ? table.size() : -1);
    }

    @Override
    public Outcome<Merged> rehearse(Merge merge, Iterable<LetterRecord> records, Progress progress) {
        return ready(merge, records).map(stored -> {
            begin(records, progress);
            try {
                return new LetterMerge(desk, merge, stored, Output.AS_WRITTEN, Optional.empty(), progress).run(records);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Outcome<Stored> ready(Merge merge, Iterable<LetterRecord> records) {
        if (!MERGE_KEY.matcher(merge.key()).matches()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_LETTER_KEY, merge.key())
                .hint("Use letters, digits, -, _ and points, at most 60."));
        }
        Outcome<Stored> stored = desk.on(merge.template(), merge.day());
        List<Refusal> refusals = new ArrayList<>(stored.refusals());
        if (stored.isDone()) {
            LetterDesk.noPdf(stored.value(), merge.output()).ifPresent(refusals::add);
            if (merge.output() == Output.PDF) {
                // not only when all of them are recorded
                access.refusal(ReportPermission.RUN).ifPresent(refusals::add);
            }
            if (records instanceof LetterTable table) {
                table.sameTwice().forEach(name -> refusals.add(Refusal.of(ServiceRefusal.SAME_FIELD_TWICE, name)
                    .hint("Give one of them another name.")));
                Outcome<PreparedLetter> prepared = desk.prepared(stored.value());
                refusals.addAll(prepared.refusals());
                stored.value().template().fields().stream().filter(field -> prepared.isDone())
                    .forEach(field -> missing(field, prepared.value().softColumns(field.name()), table)
                        .forEach(name -> refusals.add(Refusal.of(ServiceRefusal.COLUMN_MISSING, name)
                            .hint("Columns are the fields " + String.join(", ", table.names()) + "."))));
            }
        }
        return refusals.isEmpty() ? stored : Outcome.refused(refusals);
    }

    /** Which of its names no column has. */
    private static List<String> missing(LetterField field, Set<String> soft, LetterTable table) {
        Set<String> names = table.names();
        if (!field.isTable()) {
            return field.required() && !names.contains(field.name()) ? List.of(field.name()) : List.of();
        }
        if (!table.isGrouped() || !field.name().equals(LetterTable.ROWS)) {
            return field.required() ? List.of(field.name()) : List.of();
        }
        return field.columns().stream().filter(column -> !names.contains(column) && !soft.contains(column)).sorted()
            .map(column -> field.name() + "." + column).toList();
    }

    @Override
    public Optional<Letter> find(String key) {
        return Optional.ofNullable(desk.find(List.of(key)).get(key)).map(Recorded::letter);
    }

    @Override
    public List<Letter> list(String template, String merge, String caseNumber, int most) {
        return desk.list(template, merge, caseNumber, most);
    }

}
