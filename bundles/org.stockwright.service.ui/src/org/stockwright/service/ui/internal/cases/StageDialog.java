package org.stockwright.service.ui.internal.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.StageResult;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;
import org.stockwright.service.ui.internal.DataText;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/**
 * Finishes a stage of a case. A stage that the customer does is his form: it asks for what later stages need and nobody knows
 * yet.
 */
final class StageDialog extends EntryDialog {

    private final Cases cases;
    private final ServiceCase its;
    private final CaseStage stage;
    private final List<String> wanted;
    private final Notices notices;
    private final String key = UUID.randomUUID().toString();
    private final Map<String, Text> form = new LinkedHashMap<>();
    private Text summary;
    private Text more;

    /**
     * A dialog for the stage whose turn it is.
     *
     * @param wanted the names that the form asks for
     */
    StageDialog(Shell shell, Cases cases, ServiceCase its, CaseStage stage, List<String> wanted, Notices notices) {
        super(shell, stage.stage().name(), message(its, stage), Messages.Finish_button);
        this.cases = cases;
        this.its = its;
        this.stage = stage;
        this.wanted = List.copyOf(wanted);
        this.notices = notices;
    }

    private static String message(ServiceCase its, CaseStage stage) {
        String who = stage.stage().performer() == Performer.CLIENT ? Messages.Finish_client : Messages.Finish_staff;
        String gate = stage.stage().gate();
        return NLS.bind(who, its.number(), its.customerName())
            + (gate.isEmpty() ? "" : '\n' + NLS.bind(Messages.Finish_gate, gate)); //$NON-NLS-1$
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        for (String name : wanted) {
            form.put(name, field(parent, name, SWT.SINGLE));
        }
        summary = field(parent, Messages.Finish_summary, SWT.SINGLE);
        Label label = new Label(parent, SWT.NONE);
        label.setText(Messages.Finish_more);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        more = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        more.setMessage(Messages.Data_hint);
        more.setToolTipText(Messages.Data_hint);
        GridDataFactory.fillDefaults().grab(true, true).hint(320, 70).applyTo(more);
        more.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    @Override
    protected String problem() {
        return DataText.read(more.getText()).isEmpty() ? Messages.Data_bad : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        Map<String, String> data = new LinkedHashMap<>(DataText.read(more.getText()).orElse(Map.of()));
        form.forEach((name, text) -> {
            if (!text.getText().isBlank()) {
                data.put(name, text.getText().strip());
            }
        });
        StageResult result = new StageResult(key, its.document(), stage.stage().code(), summary.getText().strip(), data,
            Instant.now());
        return Work.request(stage.stage().name(), progress -> cases.done(result)).done(now -> {
            finish();
            notices.done(told(now));
        });
    }

    /** What is next, in a sentence. */
    static String told(ServiceCase now) {
        return now.next().map(next -> NLS.bind(Messages.Finish_next, now.number(), next.stage().name()))
            .orElseGet(() -> NLS.bind(Messages.Finish_ready, now.number()));
    }

    @Override
    protected void again() {
        (problem().isEmpty() ? form.values().stream().findFirst().orElse(more) : more).setFocus();
    }

}
