package org.stockwright.service.ui.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.Outcome;
import org.stockwright.service.Template.State;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;
import org.stockwright.ui.master.MasterTable;

/**
 * Edits a version of something that has versions: says which one it is, approves, discards and retires it, begins the next one
 * with it, and stores what was typed into its tables.
 *
 * @param <S> the service that keeps the versions
 * @param <V> a version
 */
public abstract class VersionEditor<S, V> extends StockwrightEditor implements VersionBar.Steps {

    private final Kind<S, V> kind;
    private Composite content;
    private VersionBar bar;
    private boolean saving;
    private int asked;

    /** An editor of such versions. */
    protected VersionEditor(Kind<S, V> kind) {
        this.kind = kind;
    }

    /**
     * What has versions.
     *
     * @param service who keeps them
     * @param code the code that the versions of one thing share
     * @param number which of them it is
     * @param state whether it is a draft, approved or retired
     * @param approve puts a draft to use
     * @param discard throws a draft away
     * @param retire lets a version end
     */
    public record Kind<S, V>(Class<S> service, Function<V, String> code, ToIntFunction<V> number,
        Function<V, State> state, Step<S, V> approve, Step<S, V> discard, Ending<S, V> retire) {
    }

    /** Does something with a version. */
    @FunctionalInterface
    public interface Step<S, V> {

        /** Does it. */
        Outcome<?> of(S service, String code, int number);

    }

    /** Lets a version end. */
    @FunctionalInterface
    public interface Ending<S, V> {

        /** Lets it end with a last day. */
        Outcome<?> of(S service, String code, int number, LocalDate last);

    }

    /** Opens an editor of versions. */
    protected static void open(IWorkbenchPage page, KeyInput input, String editor) {
        try {
            page.openEditor(input, editor);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page, of one column, with the bar of the version at its top. */
    protected final Composite page(Composite parent, String help) {
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(content);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(content, help);
        bar = new VersionBar(content, this);
        return content;
    }

    /** A field with its label; its listener hears of every change. */
    protected static Text field(Composite head, String label, int width, boolean grab, Runnable typed) {
        new Label(head, SWT.NONE).setText(label);
        Text text = new Text(head, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(grab, false).hint(width, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> typed.run());
        return text;
    }

    /** Shows a text; one that is shown already is left alone, with its caret. */
    protected static void set(Text text, String words) {
        if (!text.getText().equals(words)) {
            text.setText(words);
        }
    }

    /** The version that is stored; empty as long as none is. */
    protected abstract Optional<V> version();

    /** The table that stores the whole version; empty while nothing is open. */
    protected abstract Optional<MasterTable> saver();

    /** Opens a new version that begins as this one. */
    protected abstract void copy(V version);

    /** Who keeps the versions, of an open book. */
    protected final S versions() {
        return service(kind.service()).orElseThrow();
    }

    /** Says which version it is, and what can be done with it. */
    protected final void showBar() {
        Optional<V> version = version();
        bar.show(version.map(kind.state()), version.map(kind.code()).orElse(""), //$NON-NLS-1$
            version.map(kind.number()::applyAsInt).orElse(0), !isDirty());
    }

    /** Names the editor after the version that is stored now. */
    protected final void name(String key, V version) {
        String code = kind.code().apply(version);
        if (!input().key().equals(key)) {
            setInputWithNotify(new KeyInput(input().kind(), key, code));
        }
        setPartName(code + ' ' + kind.number().applyAsInt(version));
    }

    /** Asks something when nothing was typed for a while; the newest question alone is asked. */
    protected final void soon(int millis, IntConsumer question) {
        int mine = ++asked;
        content.getDisplay().timerExec(millis, () -> {
            if (!content.isDisposed() && mine == asked && isOpen()) {
                question.accept(mine);
            }
        });
    }

    /** What was asked is not wanted any more. */
    protected final void forget() {
        asked++;
    }

    /** The version is not there any more, since somebody threw it away: there is nothing to edit. */
    protected final void gone() {
        String name = getPartName();
        IWorkbenchWindow window = getSite().getWorkbenchWindow();
        getSite().getPage().closeEditor(this, false);
        Notices.in(window).failed(NLS.bind(Messages.Version_gone, name));
    }

    /** Whether nothing was asked since. */
    protected final boolean isNewest(int question) {
        return question == asked;
    }

    @Override
    public final void approve() {
        act(Messages.Version_approving, Messages.Version_approved, kind.approve());
    }

    @Override
    public final void retire(LocalDate last) {
        act(Messages.Version_retiring, Messages.Version_retired,
            (service, code, number) -> kind.retire().of(service, code, number, last));
    }

    private void act(String job, String sentence, Step<S, V> step) {
        S service = versions();
        version().ifPresent(version -> {
            String code = kind.code().apply(version);
            int number = kind.number().applyAsInt(version);
            Work.request(job, progress -> step.of(service, code, number).map(done -> Boolean.TRUE)).on(content)
                .with(notices()).done(done -> {
                    notices().done(NLS.bind(sentence, code, String.valueOf(number)));
                    refresh();
                }).start();
        });
    }

    @Override
    public final void discard() {
        S service = versions();
        version().ifPresent(version -> {
            String code = kind.code().apply(version);
            int number = kind.number().applyAsInt(version);
            Work.request(Messages.Version_discardTitle,
                progress -> kind.discard().of(service, code, number).map(done -> Boolean.TRUE)).on(content)
                .with(notices()).done(done -> {
                    IWorkbenchWindow window = getSite().getWorkbenchWindow();
                    getSite().getPage().closeEditor(this, false);
                    Notices.in(window).done(NLS.bind(Messages.Version_discarded, code, String.valueOf(number)));
                }).start();
        });
    }

    @Override
    public final void copy() {
        version().ifPresent(this::copy);
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        Optional<MasterTable> table = saver();
        if (!saving && table.isPresent()) {
            saving = true;
            table.get().save(() -> saving = false);
        }
        awaitSaved(monitor, content, () -> saving);
    }

}
