package org.stockwright.service.internal.letters;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.letters.LetterTemplateRows.Stored;

/** Templates that are read and ready; the last ones that were used are kept. Thread-safe; lives as long as the open book. */
@Component(service = LetterShelf.class)
public final class LetterShelf {

    /** So many bytes of prepared letters are kept, and always the last one. */
    private static final long KEPT = 64_000_000;

    private final UnitOfWork work;
    /** By the hash of the content: a draft that is changed has another one. */
    private final SequencedMap<String, PreparedLetter> prepared = new LinkedHashMap<>(16, 1, true);

    @Activate
    public LetterShelf(@Reference UnitOfWork work) {
        this.work = work;
    }

    /** The approved version that holds on a day. */
    Optional<Stored> on(String code, LocalDate day) {
        return work.read(transaction -> new LetterTemplateRows(transaction).versions(code)).stream()
            .filter(one -> one.template().holds(day)).findFirst();
    }

    /** A version, also a draft. */
    Outcome<Stored> version(String code, int version) {
        return work.read(transaction -> new LetterTemplateRows(transaction).versions(code)).stream()
            .filter(one -> one.template().version() == version).findFirst().map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_LETTER_VERSION, code, version)
                .hint("Look it up in the list of letter templates.")));
    }

    /** A version by its identity. */
    Stored get(long id) {
        return work.read(transaction -> new LetterTemplateRows(transaction).get(id)).orElseThrow();
    }

    /** The content of a version. */
    byte[] content(Stored stored) {
        return work.read(transaction -> new LetterTemplateRows(transaction).content(stored.id()));
    }

    /** A version, ready to be filled in. */
    Outcome<PreparedLetter> prepared(Stored stored) {
        String key = stored.template().format() + stored.template().hash();
        synchronized (prepared) {
            PreparedLetter known = prepared.get(key);
            if (known != null) {
                return Outcome.done(known);
            }
        }
        return PreparedLetter.of(stored.template().format(), content(stored)).map(made -> {
            synchronized (prepared) {
                prepared.put(key, made);
                while (prepared.size() > 1 && size() > KEPT) {
                    prepared.pollFirstEntry();
                }
            }
            return made;
        });
    }

    /** How many bytes the kept ones take. */
    long size() {
        synchronized (prepared) {
            return prepared.values().stream().mapToLong(PreparedLetter::size).sum();
        }
    }

}
