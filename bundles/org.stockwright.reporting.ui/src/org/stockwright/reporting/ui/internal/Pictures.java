package org.stockwright.reporting.ui.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;

/** This bundle's pictures, disposed with the control that shows them. */
@SuppressWarnings("nls")
final class Pictures {

    private final ResourceManager resources;

    Pictures(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    Image get(String name) {
        return resources.create(descriptor(name));
    }

    static ImageDescriptor descriptor(String name) {
        return ImageDescriptor
            .createFromURL(FrameworkUtil.getBundle(Pictures.class).getEntry("icons/" + name + ".svg"));
    }

}
