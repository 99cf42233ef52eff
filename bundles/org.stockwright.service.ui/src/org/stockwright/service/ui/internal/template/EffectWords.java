package org.stockwright.service.ui.internal.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.stockwright.documents.ui.Figures;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.ui.internal.Messages;

/** What positions of the boundary do, in words. */
@SuppressWarnings("nls")
final class EffectWords {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private EffectWords() {
    }

    /** The row of a position. */
    static List<String> row(BoundaryEffect effect, List<StageDiagram.Box> stages) {
        return List.of(position(effect.boundary(), stages), minutes(effect.waitExpected()),
            effect.boundary() == 0 ? "" : minutes(effect.waitStored()), units(effect.stock()),
            effect.boundary() == 0 ? "" : percent(effect.fill()), money(effect.preparation()),
            units(effect.obsolete()), money(effect.obsolescence()), money(effect.invested()),
            effect.validityDays().map(String::valueOf).orElse(effect.boundary() == 0 ? "" : Messages.Effect_noEnd),
            model(effect));
    }

    /** Where a position is. */
    static String position(int boundary, List<StageDiagram.Box> stages) {
        return boundary == 0 ? Messages.Effect_none
            : boundary == stages.size() ? Messages.Effect_all
                : NLS.bind(Messages.Effect_after, String.valueOf(boundary), stages.get(boundary - 1).name());
    }

    /** What a position does, in a sentence. */
    static String told(BoundaryEffect now) {
        return NLS.bind(Messages.Effect_told, new Object[] { minutes(now.waitExpected()), money(now.preparation()),
            units(now.stock()), units(now.obsolete()), money(now.obsolescence()) });
    }

    /** What changes when the boundary is moved, in a sentence. */
    static String compared(BoundaryEffect before, BoundaryEffect now) {
        return NLS.bind(Messages.Effect_compared,
            new Object[] { minutes(now.waitExpected()), minutes(before.waitExpected()), money(now.preparation()),
                money(before.preparation()), units(now.stock()), units(before.stock()), money(now.obsolescence()),
                money(before.obsolescence()) });
    }

    private static String model(BoundaryEffect effect) {
        return switch (effect.model()) {
            case NONE -> "";
            case NEWSVENDOR -> NLS.bind(Messages.Effect_newsvendor, percent(effect.ratio()));
            case BASE_STOCK -> NLS.bind(Messages.Effect_baseStock, percent(effect.ratio()));
        };
    }

    /** Minutes to a tenth. */
    static String minutes(BigDecimal minutes) {
        return Figures.text(minutes.setScale(1, RoundingMode.HALF_UP));
    }

    private static String units(BigDecimal units) {
        return Figures.text(units.setScale(1, RoundingMode.HALF_UP));
    }

    private static String money(BigDecimal money) {
        return money.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String percent(BigDecimal share) {
        return Figures.text(share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP)) + " %";
    }

}
