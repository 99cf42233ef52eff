package org.stockwright.documents.ui.internal.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.internal.Kinds;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.Words;
import org.stockwright.ledger.ui.Zones;

/** What a document says above its lines: only what it has. */
final class DocumentHead {

    private static final int PAIRS = 4;

    private final Composite body;
    private final Label title;
    private final Composite facts;

    /** A caption with what it says. */
    record Fact(String caption, String text) {
    }

    DocumentHead(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 4).applyTo(body);
        title = new Label(body, SWT.NONE);
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        facts = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2 * PAIRS).spacing(8, 3).applyTo(facts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
    }

    Control control() {
        return body;
    }

    void show(Document document, Kinds kinds) {
        title.setText(NLS.bind(Messages.Head_title, new Object[] { kinds.title(document.kind()), document.number(),
            kinds.state(document.kind(), document.state()) }));
        for (Control child : facts.getChildren()) {
            child.dispose();
        }
        for (Fact fact : facts(document)) {
            Label caption = new Label(facts, SWT.NONE);
            caption.setText(fact.caption());
            Label text = new Label(facts, SWT.NONE);
            text.setText(fact.text().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
            GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        }
        facts.layout(true, true);
        body.layout(true, true);
    }

    /** What there is to say, in the order in which it stands there. */
    static List<Fact> facts(Document document) {
        List<Fact> facts = new ArrayList<>();
        add(facts, Messages.Column_partner, (document.partnerCode() + "  " + document.partnerName()).strip()); //$NON-NLS-1$
        add(facts, Messages.Head_address, document.address());
        add(facts, Messages.Column_reference, document.reference());
        add(facts, Messages.Column_date, Words.minutes(document.effective(), Zones.current()));
        add(facts, Messages.Column_due, document.due().map(LocalDate::toString).orElse("")); //$NON-NLS-1$
        add(facts, Messages.Column_priority,
            document.priority() == 0 ? "" : Integer.toString(document.priority())); //$NON-NLS-1$
        add(facts, Messages.Column_place, document.placeCode());
        add(facts, Messages.Head_target, document.targetCode());
        add(facts, Messages.Head_department, document.department());
        add(facts, Messages.Head_costCentre, document.costCentre());
        add(facts, Messages.Head_carrier, document.carrierCode());
        add(facts, Messages.Head_tracking, document.tracking());
        if (document.lines().stream().anyMatch(line -> line.price().isPresent())) {
            add(facts, Messages.Column_total, Figures.amount(document.total(), document.currency()).toPlainString()
                + ' ' + document.currency().getCurrencyCode());
        }
        add(facts, Messages.Head_revision,
            document.revision() == 0 ? "" : Integer.toString(document.revision())); //$NON-NLS-1$
        add(facts, Messages.Column_user, document.user());
        return facts;
    }

    private static void add(List<Fact> facts, String caption, String text) {
        if (!text.isEmpty()) {
            facts.add(new Fact(caption, text));
        }
    }

}
