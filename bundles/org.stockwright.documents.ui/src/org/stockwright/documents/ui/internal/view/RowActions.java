package org.stockwright.documents.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.print.Chosen;
import org.stockwright.documents.ui.internal.print.Prints;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/**
 * The entries of a list's menu for what can be done with the selected documents, in front of the grid's own.
 *
 * @param site of the list
 * @param documents those of the open book, if one is open
 * @param control the list
 * @param notices where to tell what became of it
 */
record RowActions(IWorkbenchPartSite site, Supplier<Optional<Documents>> documents, Control control, Notices notices) {

    /**
     * Puts the entries in front of others; whoever asks removes them before the menu opens again.
     *
     * @param actions what can be done with the only document that is chosen; none when several are
     */
    List<IContributionItem> fill(MenuManager menu, List<Chosen> chosen, List<DocumentAction> actions) {
        List<IContributionItem> added = new ArrayList<>();
        actions.forEach(
            action -> added.add(new ActionContributionItem(entry(action, chosen.getFirst().id()))));
        Prints.menu(site.getShell(), chosen, notices).ifPresent(added::add);
        for (int i = 0; i < added.size(); i++) {
            menu.insert(i, added.get(i));
        }
        return added;
    }

    private Action entry(DocumentAction action, DocumentId id) {
        Action entry = new Action(action.label()) {

            @Override
            public void run() {
                documents.get().ifPresent(book -> Work.load(Messages.Documents_load, progress -> book.get(id))
                    .on(control).with(notices).quietly()
                    .done(found -> found.ifPresent(one -> action.run().with(one, site.getPage(), notices))).start());
            }

        };
        entry.setEnabled(Allowed.may(action.permission()));
        return entry;
    }

}
