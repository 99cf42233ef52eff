package org.stockwright.documents.ui.internal.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.company.SavedTexts;
import org.stockwright.documents.DocumentPermission;
import org.stockwright.documents.Printing;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;

/** Prints documents: from a page, from a list, with Ctrl+P. On the user interface's thread. */
public final class Prints {

    /** The most documents that are printed at once. */
    public static final int MOST = 100;

    private Prints() {
    }

    /** The forms that fit all of these kinds of documents; none for somebody who may not print. */
    public static List<Printing.Form> forms(Set<String> kinds) {
        return Allowed.may(DocumentPermission.PRINT) && !kinds.isEmpty()
            ? Services.find(Prints.class, Printing.class).map(printing -> printing.forms().stream()
                .filter(form -> form.kinds().containsAll(kinds)).toList()).orElse(List.of())
            : List.of();
    }

    /** The entry of a menu with the forms that fit these documents; empty when there is none. */
    public static Optional<MenuManager> menu(Shell shell, List<Chosen> documents, Notices notices) {
        List<Printing.Form> forms = forms(kinds(documents));
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        MenuManager menu = new MenuManager(Messages.Print_menu);
        forms.forEach(form -> menu.add(entry(form, () -> ask(shell, documents, Optional.of(form), notices))));
        return Optional.of(menu);
    }

    private static IAction entry(Printing.Form form, Runnable run) {
        return new Action(form.title() + "...") { //$NON-NLS-1$

            @Override
            public void run() {
                run.run();
            }

        };
    }

    private static Set<String> kinds(List<Chosen> documents) {
        return documents.stream().map(Chosen::kind).collect(Collectors.toSet());
    }

    /** Asks how documents are to be printed, and prints them; says why not when nothing fits. */
    public static void ask(Shell shell, List<Chosen> documents, Optional<Printing.Form> first, Notices notices) {
        Optional<String> whyNot = Allowed.whyNot(DocumentPermission.PRINT);
        if (whyNot.isPresent()) {
            notices.failed(whyNot.get());
        } else if (documents.isEmpty()) {
            notices.failed(Messages.Print_nothingChosen);
        } else if (documents.size() > MOST) {
            notices.failed(NLS.bind(Messages.Print_tooMany, Integer.valueOf(documents.size()), Integer.valueOf(MOST)));
        } else {
            List<Printing.Form> forms = new ArrayList<>(forms(kinds(documents)));
            first.ifPresent(form -> {
                forms.remove(form);
                forms.addFirst(form);
            });
            if (forms.isEmpty()) {
                notices.failed(Messages.Print_noForm);
            } else {
                Services.find(Prints.class, Printing.class).ifPresent(printing -> new PrintDialog(shell, printing,
                    documents, forms, Services.find(Prints.class, SavedTexts.class).map(LastTarget::new), notices)
                    .open());
            }
        }
    }

}
