package org.stockwright.ledger.ui.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.ledger.MovementKind;

/** The kinds of movement in the words of the workbench. */
public final class Kinds {

    private Kinds() {
    }

    /** What people call a movement of a kind. */
    public static String title(MovementKind kind) {
        return switch (kind) {
            case RECEIPT -> Messages.Entry_title_receipt;
            case ISSUE -> Messages.Entry_title_issue;
            case TRANSFER -> Messages.Entry_title_transfer;
            case ADJUST -> Messages.Entry_title_adjust;
            case SCRAP -> Messages.Entry_title_scrap;
            case RETURN_IN -> Messages.Entry_title_return_in;
            case RETURN_OUT -> Messages.Entry_title_return_out;
            case OPENING -> Messages.Entry_title_opening;
            case STATUS -> Messages.Entry_title_status;
            case CONSUME -> Messages.Entry_title_consume;
            case PRODUCE -> Messages.Entry_title_produce;
        };
    }

    /** The first kind whose word begins with what was typed; empty for nothing typed or no such kind. */
    static Optional<MovementKind> byPrefix(String typed) {
        String start = typed.toLowerCase(Locale.ROOT);
        return start.isEmpty() ? Optional.empty()
            : Arrays.stream(MovementKind.values()).filter(kind -> kind.word().startsWith(start)).findFirst();
    }

}
