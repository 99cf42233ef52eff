package org.stockwright.valuation.ui.internal.why;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.ledger.MovementView;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;
import org.stockwright.valuation.ui.internal.journal.JournalSheet;
import org.stockwright.valuation.ui.internal.value.LayerSheet;

/**
 * Why a movement cost what it did, in sentences, with the layers and rows behind them. No widgets; never changes.
 *
 * @param movement the {@code seq} of the movement; 0 when none was chosen yet
 * @param reasons the answer; empty when no value moved
 * @param figures how amounts are written
 */
public record CostStory(long movement, Optional<CostReasons> reasons, Figures figures) {

    /** No movement was chosen yet. */
    public static final CostStory EMPTY = new CostStory(0, Optional.empty(), Figures.PLAIN);

    /** The movement, what it cost, and where that came from; or what to do to see something. */
    public String heading() {
        if (movement == 0) {
            return Messages.Why_empty;
        }
        return reasons.map(this::heading).orElseGet(() -> NLS.bind(Messages.Why_noValue, Long.toString(movement)));
    }

    private String heading(CostReasons why) {
        MovementView moved = why.movement();
        String what = NLS.bind(Messages.Why_movement, new Object[] { name(moved), Words.spoken(moved.kind().word()),
            moved.quantity(), moved.item(), moved.from(), moved.to(), figures.minutes(moved.effective()) });
        String cost = NLS.bind(Messages.Why_cost, figures.money(why.cost()), Words.of(why.method()));
        return what + '\n' + cost + '\n' + why.rule();
    }

    /** What is explained, for the view's title. */
    public String title() {
        return reasons.map(why -> NLS.bind(Messages.Why_title, name(why.movement()), why.movement().item()))
            .orElse(Messages.Why_untitled);
    }

    private static String name(MovementView moved) {
        return moved.number().isEmpty() ? moved.key() : moved.number();
    }

    /** How amounts of the layers are written. */
    public Figures layerFigures() {
        return LayerSheet.fitting(figures, layers());
    }

    /** How amounts of the rows are written. */
    public Figures lineFigures() {
        return new JournalSheet(lines(), List.of(), figures).figures();
    }

    /** The goods that it took, each with its cost. */
    public List<CostLayer> layers() {
        return reasons.map(CostReasons::layers).orElse(List.of());
    }

    /** Its rows of the journal, with later corrections. */
    public List<JournalLine> lines() {
        return reasons.map(CostReasons::lines).orElse(List.of());
    }

    /** What the layers are, or that there are none. */
    public String layersCaption() {
        return movement == 0 ? "" //$NON-NLS-1$
            : layers().isEmpty() ? Messages.Why_noLayers
                : layers().size() == 1 ? Messages.Why_layer : NLS.bind(Messages.Why_layers, layers().size());
    }

    /** What the rows are, and how many of them put earlier ones right. */
    public String linesCaption() {
        if (movement == 0) {
            return ""; //$NON-NLS-1$
        }
        long later = lines().stream().filter(JournalLine::repriced).count();
        return later == 0 ? NLS.bind(Messages.Why_lines, lines().size())
            : NLS.bind(Messages.Why_linesLater, lines().size(), later);
    }

}
