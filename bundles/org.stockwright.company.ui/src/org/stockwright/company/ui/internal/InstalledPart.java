package org.stockwright.company.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.stockwright.base.Contributions;
import org.stockwright.company.Companies;

/**
 * A line of the page of installed parts: a module that owns data of the book, a contribution that failed, or a bundle that does
 * not fit the program.
 *
 * @param id of the module, the contribution's class or the bundle
 * @param title what people call it
 * @param feature what is installed to have it: a feature or a bundle
 * @param version its version; empty when nobody knows
 * @param state how it is, in a word
 * @param detail what is wrong, as a sentence; empty when nothing is
 * @param isDisabled whether it can be enabled again
 * @param isSound whether all is well
 */
record InstalledPart(String id, String title, String feature, String version, String state, String detail,
    boolean isDisabled, boolean isSound) {

    /** All of them: what is wrong first. */
    static List<InstalledPart> all(Companies companies, Contributions contributions, BundleContext context) {
        List<InstalledPart> parts = new ArrayList<>();
        contributions.faulty().forEach(part -> parts.add(of(part)));
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.INSTALLED && !isFragment(bundle)) {
                parts.add(unresolved(bundle));
            }
        }
        companies.modules().forEach(module -> parts.add(of(module)));
        return parts;
    }

    private static InstalledPart of(Contributions.Part part) {
        return new InstalledPart(part.id(), part.title().isEmpty() ? part.id() : part.title(), part.bundle(), "", //$NON-NLS-1$
            part.isDisabled() ? Messages.Parts_disabled
                : NLS.bind(Messages.Parts_failed, Integer.valueOf(part.failures())),
            part.last(), part.isDisabled(), false);
    }

    private static InstalledPart of(Companies.Module module) {
        return new InstalledPart(module.id(), module.title(), module.feature(), module.version(),
            module.missing().isPresent() ? Messages.Parts_missing : Messages.Parts_installed,
            module.missing().map(refusal -> refusal.sentence() + ". " + refusal.hint()).orElse(""), false, //$NON-NLS-1$ //$NON-NLS-2$
            module.missing().isEmpty());
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    /** One that needs other packages or versions than are there: the framework says which. */
    private static InstalledPart unresolved(Bundle bundle) {
        String why = ""; //$NON-NLS-1$
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            why = String.valueOf(e.getMessage()).strip().lines().map(String::strip).reduce("", //$NON-NLS-1$
                (one, next) -> (one + ' ' + next).strip());
        }
        String name = bundle.getHeaders().get(Constants.BUNDLE_NAME);
        return new InstalledPart(bundle.getSymbolicName(), name == null ? bundle.getSymbolicName() : name,
            bundle.getSymbolicName(), bundle.getVersion().toString(), Messages.Parts_unfit, why, false, false);
    }

}
