package org.stockwright.service.ui.internal.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Batch;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Finish;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.Preparations.QuietTime;
import org.stockwright.service.ui.internal.DataText;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.TemplateChoice;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Prepares units ahead of demand: plans a batch, begins it, or finishes it at once. */
final class PrepareDialog extends EntryDialog {

    private final Preparations preparations;
    private final Notices notices;
    private final Optional<String> proposedTemplate;
    private final int proposedUnits;
    private volatile Plan asked;
    private String key = UUID.randomUUID().toString();
    private CodeField<String> template;
    private Text units;
    private Text lot;
    private Text data;
    private Combo how;

    /**
     * A dialog for a batch.
     *
     * @param template the code that stands there at first
     * @param units how many stand there at first; 0 for nothing
     */
    PrepareDialog(Shell shell, Preparations preparations, Notices notices, Optional<String> template, int units) {
        super(shell, Messages.Prepare_title, Messages.Prepare_message, Messages.Prepare_button);
        this.preparations = preparations;
        this.notices = notices;
        this.proposedTemplate = template;
        this.proposedUnits = units;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        new Label(parent, SWT.NONE).setText(Messages.Prepare_template);
        template = new CodeField<>(parent, Messages.Prepare_template, TemplateChoice::codes);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(template.text());
        proposedTemplate.ifPresent(code -> template.set(new Choice<>(code, code, ""))); //$NON-NLS-1$
        units = field(parent, Messages.Prepare_units, SWT.RIGHT);
        units.setText(proposedUnits > 0 ? String.valueOf(proposedUnits) : ""); //$NON-NLS-1$
        lot = field(parent, Messages.Prepare_lot, SWT.SINGLE);
        lot.setMessage(Messages.Prepare_lotHint);
        new Label(parent, SWT.NONE).setText(Messages.Prepare_how);
        how = new Combo(parent, SWT.READ_ONLY);
        how.setItems(Messages.Prepare_finish, Messages.Prepare_begin, Messages.Prepare_plan);
        how.select(0);
        data = field(parent, Messages.Case_data, SWT.MULTI | SWT.V_SCROLL);
        data.setMessage(Messages.Data_hint);
        data.setToolTipText(Messages.Data_hint);
        GridDataFactory.fillDefaults().grab(true, true).hint(320, 60).applyTo(data);
        data.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        if (proposedTemplate.isPresent()) {
            units.setFocus();
            units.selectAll();
        }
    }

    private Optional<Integer> number() {
        Outcome<BigDecimal> typed = Decimals.parse(units.getText());
        return Optional.of(typed).filter(Outcome::isDone).map(Outcome::value)
            .filter(one -> one.signum() > 0 && one.stripTrailingZeros().scale() <= 0
                && one.compareTo(BigDecimal.valueOf(Preparations.MOST_UNITS)) <= 0)
            .map(BigDecimal::intValue);
    }

    @Override
    protected String problem() {
        if (template.text().getText().isBlank()) {
            return Messages.Case_templateMissing;
        }
        if (number().isEmpty()) {
            return NLS.bind(Messages.Prepare_unitsMissing, String.valueOf(Preparations.MOST_UNITS));
        }
        return DataText.read(data.getText()).isEmpty() ? Messages.Data_bad : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        String code = template.text().getText().strip();
        int many = number().orElse(0);
        String itsLot = lot.getText().strip();
        Map<String, String> known = DataText.read(data.getText()).orElse(Map.of());
        int wanted = how.getSelectionIndex();
        String its = keyFor(new Plan("", code, many, Optional.empty(), itsLot, known)); //$NON-NLS-1$
        return Work.request(Messages.Prepare_title, progress -> {
            Optional<Instant> when = wanted < 2 ? Optional.empty() : quiet(code, many);
            Outcome<Batch> planned = preparations.plan(new Plan(its, code, many, when, itsLot, known));
            if (wanted == 2) {
                return planned;
            }
            return planned.then(batch -> begun(batch, progress)).then(batch -> wanted > 0 ? Outcome.done(batch)
                : preparations.finish(new Finish(its + "-finish", batch.document(), List.of(), Instant.now()))); //$NON-NLS-1$
        }).done(this::prepared);
    }

    /** Something else is another batch; the same again is the same one. */
    private String keyFor(Plan plan) {
        if (!plan.equals(asked)) {
            asked = plan;
            key = UUID.randomUUID().toString();
        }
        return key;
    }

    /** Begins a batch. One that cannot be begun is given up: it is asked for anew with what was missing. */
    private Outcome<Batch> begun(Batch batch, Progress progress) {
        Outcome<Batch> begun = preparations.begin(batch.document(), progress);
        if (!begun.isDone()) {
            asked = null;
            preparations.cancel(batch.document(), Messages.Prepare_notBegun);
        }
        return begun;
    }

    private Optional<Instant> quiet(String code, int many) {
        Outcome<QuietTime> time = preparations.quietTime(code, many);
        return time.isDone() ? Optional.of(time.value().from()) : Optional.empty();
    }

    private void prepared(Batch batch) {
        finish();
        notices.done(switch (batch.state()) {
            case DONE -> NLS.bind(Messages.Prepare_isDone,
                new Object[] { batch.number(), String.valueOf(batch.made()), batch.lot() });
            case IN_WORK -> NLS.bind(Messages.Prepare_isBegun, batch.number());
            default -> batch.planned()
                .map(when -> NLS.bind(Messages.Prepare_isPlannedAt, batch.number(), Zones.minutes(when)))
                .orElseGet(() -> NLS.bind(Messages.Prepare_isPlanned, batch.number()));
        });
    }

    @Override
    protected void again() {
        if (template.text().getText().isBlank()) {
            template.text().setFocus();
        } else if (number().isEmpty()) {
            units.setFocus();
            units.selectAll();
        } else {
            // what a letter asks for stands there
            data.setFocus();
        }
    }

}
