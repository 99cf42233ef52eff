package org.stockwright.company.ui.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.intro.IIntroManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;
import org.stockwright.company.Companies.ServerBook;
import org.stockwright.company.Company;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Opens, makes and closes books for a window: asks about unsaved work, runs the job, shows what came of it. */
@Component(service = Books.class)
public final class Books {

    /** Where the preferences of this bundle are. */
    static final String PREFERENCES = "org.stockwright.company.ui"; //$NON-NLS-1$

    /** What a server or an encrypted book says when the password was wrong. */
    private static final Set<String> WRONG_PASSWORD = Set.of("LOGIN_REFUSED", "WRONG_BOOK_PASSWORD"); //$NON-NLS-1$ //$NON-NLS-2$

    private final Companies companies;
    private final AskedPasswords passwords;
    private final RecentBooks recent = new RecentBooks(InstanceScope.INSTANCE.getNode(PREFERENCES));

    @Activate
    public Books(@Reference Companies companies, @Reference AskedPasswords passwords) {
        this.companies = companies;
        this.passwords = passwords;
    }

    RecentBooks recent() {
        return recent;
    }

    /** Who acts: the user of the computer. */
    static String user() {
        return System.getProperty("user.name"); //$NON-NLS-1$
    }

    /** Where new books are made when nobody says. */
    Path home() {
        return Path.of(companies.defaultLocation()).toAbsolutePath().getParent();
    }

    /** Where the demo company is. */
    Path demo() {
        return home().resolve("demo"); //$NON-NLS-1$
    }

    /** Whether there is something at this place that could be a book. */
    static boolean isThere(String location) {
        return location.startsWith("jdbc:") || Files.isDirectory(Path.of(location)); //$NON-NLS-1$
    }

    /** Opens a book. */
    void open(IWorkbenchWindow window, String location) {
        run(window, Messages.bind(Messages.Books_opening, location),
            progress -> forgetWrong(location, companies.open(location, user(), progress)));
    }

    /** Tries whether a book on a server could be opened; in a job. */
    Outcome<ServerBook> look(String url) {
        return forgetWrong(url, companies.look(url, user(), Progress.NONE));
    }

    /** A password that was wrong is not tried again. */
    <T> Outcome<T> forgetWrong(String location, Outcome<T> outcome) {
        if (outcome.refusals().stream().anyMatch(refusal -> WRONG_PASSWORD.contains(refusal.code().name()))) {
            passwords.forget(location);
        }
        return outcome;
    }

    /** Makes a book and opens it. */
    void create(IWorkbenchWindow window, String location, Draft draft) {
        run(window, Messages.bind(Messages.Books_making, draft.name()),
            progress -> companies.create(location, user(), draft, progress));
    }

    /** Makes an encrypted book and opens it; the password is overwritten. */
    void create(IWorkbenchWindow window, String location, Draft draft, char[] password) {
        run(window, Messages.bind(Messages.Books_making, draft.name()), progress -> {
            try {
                return companies.createEncrypted(location, user(), draft, password, progress);
            } finally {
                Arrays.fill(password, '\0');
            }
        });
    }

    /** Opens the demo company; makes it the first time. */
    void demo(IWorkbenchWindow window) {
        String location = demo().toString();
        if (Files.exists(demo())) {
            open(window, location);
        } else {
            create(window, location, DemoDraft.DRAFT);
        }
    }

    private void run(IWorkbenchWindow window, String name, Function<Progress, Outcome<Company>> request) {
        if (!closeEditors(window)) {
            return;
        }
        Notices notices = Notices.in(window);
        Job job = Work.request(name, request).on(window.getShell()).with(notices).done(company -> {
            recent.opened(new RecentBooks.Book(company.location(), company.profile().name()));
            window.getShell().setText(Messages.bind(Messages.Books_title, company.profile().name()));
            IIntroManager intro = window.getWorkbench().getIntroManager();
            intro.closeIntro(intro.getIntro());
            Notices.in(window).done(Messages.bind(Messages.Books_open, company.profile().name()));
        }).start();
        window.getWorkbench().getProgressService().showInDialog(window.getShell(), job);
    }

    /** Drafts of a book belong to it: the user is asked about unsaved ones; false when he wants to stay. */
    private static boolean closeEditors(IWorkbenchWindow window) {
        for (IWorkbenchPage page : window.getPages()) {
            if (!page.closeAllEditors(true)) {
                return false;
            }
        }
        return true;
    }

    /** Closes the open book. */
    void close(IWorkbenchWindow window) {
        if (!closeEditors(window)) {
            return;
        }
        recent.closed();
        window.getShell().setText(Messages.Books_noTitle);
        Work.load(Messages.Books_closing, progress -> {
            companies.close();
            return Boolean.TRUE;
        }).on(window.getShell()).with(Notices.in(window)).start();
    }

}
