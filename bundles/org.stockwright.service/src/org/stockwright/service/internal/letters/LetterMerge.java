package org.stockwright.service.internal.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.service.LetterRecord;
import org.stockwright.service.Letters.Merge;
import org.stockwright.service.Letters.Merged;
import org.stockwright.service.Letters.Output;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.letters.LetterDesk.Draft;
import org.stockwright.service.internal.letters.LetterRows.Recorded;
import org.stockwright.service.internal.letters.LetterTemplateRows.Stored;

/**
 * One merge. Letters are filled in until there are a hundred of them or eight megabytes; then they are recorded in one unit of
 * work and written, and the next ones are begun. What stops in between is made good when the same merge is asked for again. For
 * one use by one thread.
 */
final class LetterMerge {

    private static final Pattern RECORD_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    /** What Windows takes for a device, whatever follows the first point. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int LETTERS = 100;
    private static final int BYTES = 8_000_000;
    private static final int TOLD = 100;

    private final LetterDesk desk;
    private final Merge merge;
    private final Stored stored;
    private final Output output;
    private final Optional<LetterTarget> target;
    private final Progress progress;
    /** The names so far, in small letters: some disks do not tell them apart otherwise. */
    private final Set<String> seen = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long made;
    private long repeated;
    private long refused;

    /**
     * A merge.
     *
     * @param output in what each letter is made; those of a single PDF are in HTML until its end
     * @param target where they are written; empty to look what would be refused
     */
    LetterMerge(LetterDesk desk, Merge merge, Stored stored, Output output, Optional<LetterTarget> target,
        Progress progress) {
        this.desk = desk;
        this.merge = merge;
        this.stored = stored;
        this.output = output;
        this.target = target;
        this.progress = progress;
    }

    /** Makes the letters. */
    Merged run(Iterable<LetterRecord> records) throws IOException {
        List<LetterRecord> waiting = new ArrayList<>();
        for (LetterRecord record : records) {
            if (progress.isCancelled()) {
                return merged(false);
            }
            waiting.add(record);
            if (waiting.size() == LETTERS) {
                if (!make(waiting)) {
                    return merged(false);
                }
                waiting.clear();
            }
        }
        return merged(make(waiting));
    }

    private Merged merged(boolean complete) {
        return new Merged(made, repeated, refused, refusals, complete);
    }

    private void refuse(LetterRecord record, List<Refusal> reasons) {
        refused++;
        reasons.stream().limit(Math.max(0, TOLD - refusals.size()))
            .forEach(reason -> refusals.add(reason.at(Place.line(record.line()))));
    }

    private String key(LetterRecord record) {
        return merge.key() + "/" + record.key();
    }

    /** Makes some letters; not complete when it has to stop. */
    private boolean make(List<LetterRecord> records) throws IOException {
        Map<String, Recorded> known = target.isEmpty() ? Map.of() : desk.find(records.stream().map(this::key).toList());
        Map<LetterRecord, Draft> drafts = new LinkedHashMap<>();
        long bytes = 0;
        for (LetterRecord record : records) {
            if (progress.isCancelled()) {
                store(drafts);
                return false;
            }
            Outcome<Draft> draft = draft(record, Optional.ofNullable(known.get(key(record))));
            if (!draft.isDone()) {
                refuse(record, draft.refusals());
            } else if (target.isEmpty()) {
                made++;
            } else if (known.containsKey(draft.value().key())) {
                target.get().write(draft.value().fileName(), draft.value().content());
                repeated++;
            } else {
                drafts.put(record, draft.value());
                bytes += draft.value().content().length;
                if (bytes > BYTES) {
                    if (!store(drafts)) {
                        return false;
                    }
                    drafts.clear();
                    bytes = 0;
                }
            }
            progress.worked(1);
        }
        return store(drafts);
    }

    private Outcome<Draft> draft(LetterRecord record, Optional<Recorded> known) {
        if (!RECORD_KEY.matcher(record.key()).matches() || record.key().endsWith(".")
            || DEVICE.matcher(record.key()).matches()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_LETTER_KEY, LetterDesk.shown(record.key()))
                .hint("Use letters, digits, -, _ and points, at most 64, and no name of a device such as CON."));
        }
        if (!seen.add(record.key().toLowerCase(Locale.ROOT)) || known.isPresent() && !isSame(known.get(), record)) {
            return Outcome.refused(LetterDesk.reused(record.key()));
        }
        Stored version = known.filter(one -> one.templateId() != stored.id()).map(desk::of).orElse(stored);
        String name = record.key() + "." + LetterDesk.ending(version, output);
        if (known.isEmpty() && target.isPresent() && target.get().has(name)) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_TARGET, name)
                .hint("A file of this name is there already: merge into another folder."));
        }
        return desk.fill(version, record.data(), output).map(content -> new Draft(key(record),
            LetterModel.hash(record.data()), name, content, Optional.of(merge.key()), Optional.empty()));
    }

    private boolean isSame(Recorded known, LetterRecord record) {
        return known.letter().merge().equals(Optional.of(merge.key()))
            && LetterDesk.isSame(known.letter(), merge.template(), record.data());
    }

    /** Records letters and writes them. */
    private boolean store(Map<LetterRecord, Draft> drafts) throws IOException {
        if (drafts.isEmpty()) {
            return true;
        }
        List<Draft> all = List.copyOf(drafts.values());
        Outcome<?> recorded = desk.record(stored, all, all.getFirst().key());
        if (!recorded.isDone()) {
            drafts.keySet().forEach(record -> refuse(record, recorded.refusals()));
            return false;
        }
        for (Draft draft : all) {
            target.orElseThrow().write(draft.fileName(), draft.content());
        }
        made += all.size();
        return true;
    }

}
