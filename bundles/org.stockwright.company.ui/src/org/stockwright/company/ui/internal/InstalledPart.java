package org.stockwright.company.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
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
    static List<InstalledPart> all(Companies companies, Contributions contributions) {
        List<InstalledPart> parts = new ArrayList<>();
        contributions.faulty().forEach(part -> parts.add(of(part)));
        contributions.unfit().forEach(bundle -> parts.add(of(bundle)));
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

    private static InstalledPart of(Contributions.Unfit bundle) {
        return new InstalledPart(bundle.bundle(), bundle.title(), bundle.bundle(), bundle.version(),
            Messages.Parts_unfit, bundle.why(), false, false);
    }

}
