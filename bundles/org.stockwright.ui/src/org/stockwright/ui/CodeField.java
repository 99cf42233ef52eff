package org.stockwright.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ui.internal.Messages;

/**
 * A field for the code of something: what fits is offered while the user types, Enter takes the only or exact match and
 * goes to the next field. Searching is done in a job.
 *
 * @param <T> what the code stands for
 */
public final class CodeField<T> {

    private static final int SEARCH_AFTER_MILLIS = 120;

    /**
     * Something to choose.
     *
     * @param value what it is
     * @param code what is typed for it, unique
     * @param label what else helps to recognise it, such as its name
     */
    public record Choice<T>(T value, String code, String label) {
    }

    private final Text text;
    private final String name;
    private final Function<String, List<Choice<T>>> search;
    private final ControlDecoration decoration;
    private final Popup popup;
    private Consumer<Optional<T>> chosen = value -> {
        // nobody listens yet
    };
    private Runnable next;
    private List<Choice<T>> offered = List.of();
    private Choice<T> choice;
    private boolean setting;
    private int typed;

    /**
     * An empty field.
     *
     * @param parent has any layout; the widget is {@link #text()}
     * @param name what the field is for, as in its label
     * @param search finds what fits a text, best first and not many; called in a job
     */
    public CodeField(Composite parent, String name, Function<String, List<Choice<T>>> search) {
        this.name = name;
        this.search = search;
        text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        next = () -> text.traverse(SWT.TRAVERSE_TAB_NEXT);
        decoration = new ControlDecoration(text, SWT.LEFT | SWT.TOP);
        decoration.setImage(FieldDecorationRegistry.getDefault()
            .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
        decoration.hide();
        popup = new Popup((contents, position) -> offers());
        text.addListener(SWT.Modify, event -> modified());
        text.addListener(SWT.Traverse, this::traverse);
        text.addListener(SWT.FocusOut, event -> left());
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }

        });
    }

    /** Opens the list of offers when they have come, not before. */
    private final class Popup extends ContentProposalAdapter {

        Popup(IContentProposalProvider provider) {
            super(text, new TextContentAdapter(), provider, KeyStroke.getInstance(SWT.MOD1, ' '), new char[0]);
            setProposalAcceptanceStyle(PROPOSAL_IGNORE);
            setPropagateKeys(true);
            addContentProposalListener(proposal -> {
                if (proposal instanceof CodeField<?>.Offer offer) {
                    take(offered.stream().filter(c -> c.code().equals(offer.getContent())).findFirst());
                    next.run();
                }
            });
        }

        void show() {
            closeProposalPopup();
            if (!offered.isEmpty() && text.isFocusControl()) {
                openProposalPopup();
            }
        }

        void hide() {
            closeProposalPopup();
        }

    }

    private IContentProposal[] offers() {
        IContentProposal[] lines = new IContentProposal[offered.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new Offer(offered.get(i));
        }
        return lines;
    }

    /** A line of the list. */
    private final class Offer implements IContentProposal {

        private final Choice<T> its;

        Offer(Choice<T> its) {
            this.its = its;
        }

        @Override
        public String getContent() {
            return its.code();
        }

        @Override
        public int getCursorPosition() {
            return its.code().length();
        }

        @Override
        public String getLabel() {
            return its.code() + "  " + its.label(); //$NON-NLS-1$
        }

        @Override
        public String getDescription() {
            return null;
        }

    }

    private void modified() {
        if (setting) {
            return;
        }
        decoration.hide();
        if (choice != null) {
            choice = null;
            chosen.accept(Optional.empty());
        }
        // An open list belongs to another text: Enter must not choose from it.
        popup.hide();
        int mine = ++typed;
        text.getDisplay().timerExec(SEARCH_AFTER_MILLIS, () -> {
            if (mine == typed && !text.isDisposed() && !text.getText().isBlank() && text.isFocusControl()) {
                find(found -> {
                    if (mine == typed) {
                        offered = found;
                        popup.show();
                    }
                });
            }
        });
    }

    private void find(Consumer<List<Choice<T>>> then) {
        String wanted = text.getText().strip();
        boolean[] answered = new boolean[1];
        Work.load(NLS.bind(Messages.CodeField_search, name), progress -> search.apply(wanted)).on(text).quietly()
            .done(found -> {
                answered[0] = true;
                then.accept(found);
            }).always(() -> {
                if (!answered[0]) {
                    showError(NLS.bind(Messages.CodeField_failed, wanted));
                }
            }).start();
    }

    private void traverse(Event event) {
        if (event.detail != SWT.TRAVERSE_RETURN || popup.isProposalPopupOpen()) {
            return;
        }
        event.doit = false;
        popup.hide();
        if (choice != null || text.getText().isBlank()) {
            next.run();
            return;
        }
        resolve(next);
    }

    /** The user went on with Tab or the mouse: an exact code counts as chosen. */
    private void left() {
        if (choice == null && !text.getText().isBlank() && !popup.isProposalPopupOpen()) {
            resolve(() -> {
                // the focus is elsewhere already
            });
        }
    }

    private void resolve(Runnable then) {
        int mine = ++typed;
        String wanted = text.getText().strip();
        find(found -> {
            if (mine != typed) {
                return;
            }
            Optional<Choice<T>> match = found.stream().filter(c -> c.code().equalsIgnoreCase(wanted)).findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty());
            match.ifPresentOrElse(hit -> {
                take(match);
                then.run();
            }, () -> {
                offered = found;
                showError(found.isEmpty() ? NLS.bind(Messages.CodeField_none, wanted.toUpperCase(Locale.ROOT))
                    : NLS.bind(Messages.CodeField_several, wanted));
                popup.show();
            });
        });
    }

    private void take(Optional<Choice<T>> taken) {
        taken.ifPresent(this::choose);
    }

    /** Chooses as if the user had; listeners are told. */
    public void choose(Choice<T> taken) {
        typed++;
        set(taken);
        chosen.accept(Optional.of(taken.value()));
    }

    /** Shows a choice without telling listeners; null empties the field. */
    public void set(Choice<T> shown) {
        setting = true;
        try {
            choice = shown;
            text.setText(shown == null ? "" : shown.code()); //$NON-NLS-1$
            text.setSelection(text.getCharCount());
            text.setToolTipText(shown == null ? null : shown.label());
            decoration.hide();
        } finally {
            setting = false;
        }
    }

    /** What was chosen. */
    public Optional<T> value() {
        return Optional.ofNullable(choice).map(Choice::value);
    }

    /** Takes what is chosen, and nothing when the text was changed again. */
    public void onChosen(Consumer<Optional<T>> listener) {
        chosen = listener;
    }

    /** What Enter does behind a good code, instead of going to the next field. */
    public void onEnter(Runnable runnable) {
        next = runnable;
    }

    /** Shows what is wrong at the field; an empty text takes it away. */
    public void showError(String sentence) {
        decoration.setDescriptionText(sentence);
        if (sentence.isEmpty()) {
            decoration.hide();
        } else {
            decoration.show();
        }
    }

    /** What is wrong, as shown at the field; empty when nothing is. */
    public String error() {
        return decoration.isVisible() ? decoration.getDescriptionText() : ""; //$NON-NLS-1$
    }

    /** The widget. */
    public Text text() {
        return text;
    }

}
