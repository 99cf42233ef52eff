package org.stockwright.base;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What became of a request: a value, or the reasons for which it was refused. Refusals are data; an exception means a
 * bug or trouble in the outside world.
 *
 * @param <T> the value when it was done
 */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {
    }

    /** It was refused; nothing was stored. There is at least one reason. */
    record Refused<T>(List<Refusal> refusals) implements Outcome<T> {

        /** Checks that there is a reason. */
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

    }

    /** It was done, with this result. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** It was refused for one reason. */
    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }

    /** It was refused for one reason, without hint or place. */
    static <T> Outcome<T> refused(RefusalCode code, Object... arguments) {
        return refused(Refusal.of(code, arguments));
    }

    /** It was refused for all these reasons. */
    static <T> Outcome<T> refused(List<Refusal> refusals) {
        return new Refused<>(refusals);
    }

    /** Whether it was done. */
    default boolean isDone() {
        return this instanceof Done;
    }

    /** The reasons; empty when it was done. */
    default List<Refusal> refusals() {
        return this instanceof Refused<T> refused ? refused.refusals() : List.of();
    }

    /**
     * The result.
     *
     * @throws NoSuchElementException naming the refusals when it was refused: asking is a bug of the caller then
     */
    default T value() {
        return switch (this) {
            case Done<T> done -> done.value();
            case Refused<T> refused -> throw new NoSuchElementException(refused.refusals().toString());
        };
    }

    /** The result turned into another, or the same refusals. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Done<T> done -> new Done<>(function.apply(done.value()));
            case Refused<T> refused -> new Refused<>(refused.refusals());
        };
    }

    /** The next step when this one was done, or the same refusals. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T> done -> next.apply(done.value());
            case Refused<T> refused -> new Refused<>(refused.refusals());
        };
    }

}
