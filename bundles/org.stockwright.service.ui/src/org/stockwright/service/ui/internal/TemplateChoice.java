package org.stockwright.service.ui.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Templates;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.Services;

/** The templates that a field offers: those that are used today. Called in jobs. */
public final class TemplateChoice {

    private static final int MOST = 20;

    private TemplateChoice() {
    }

    /** Those whose code or name has the text in it. */
    public static List<Choice<String>> codes(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        LocalDate today = LocalDate.now(Zones.current());
        return Services.find(TemplateChoice.class, Templates.class).map(Templates::list).orElse(List.of()).stream()
            .filter(one -> one.holds(today))
            .filter(one -> (one.code() + ' ' + one.name()).toLowerCase(Locale.ROOT).contains(wanted)).limit(MOST)
            .map(one -> new Choice<>(one.code(), one.code(), one.name())).toList();
    }

}
