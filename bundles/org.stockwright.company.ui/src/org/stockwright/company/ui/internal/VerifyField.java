package org.stockwright.company.ui.internal;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Company;
import org.stockwright.ui.StatusField;

/** The lamp that tells whether the last verification found the book sound; a click opens the view. */
@Component(service = StatusField.class)
public final class VerifyField extends BookField {

    private final BookState book;

    @Activate
    public VerifyField(@Reference BookState book) {
        super(book, 40, Messages.Status_verify);
        this.book = book;
    }

    @Override
    State of(Company company) {
        return book.proof().map(proof -> {
            String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withZone(company.profile().zone()).format(proof.at());
            return proof.passed()
                ? new State(Messages.Status_verified, Messages.bind(Messages.Status_verifiedTip, proof.checks(), when),
                    Tone.GOOD)
                : new State(Messages.Status_unsound, Messages.bind(Messages.Status_unsoundTip,
                    new Object[] { proof.failed(), proof.checks(), when }), Tone.BAD);
        }).orElseGet(() -> new State(Messages.Status_unverified, Messages.Status_unverifiedTip, Tone.UNKNOWN));
    }

    @Override
    public void open() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return;
        }
        try {
            window.getActivePage().showView(VerifyView.ID);
        } catch (PartInitException e) {
            ILog.of(VerifyField.class).error(e.getMessage(), e);
        }
    }

}
