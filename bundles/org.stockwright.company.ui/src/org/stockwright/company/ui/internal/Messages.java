package org.stockwright.company.ui.internal;

import org.eclipse.osgi.util.NLS;

/** This bundle's texts. */
final class Messages extends NLS {

    public static String Backup_done;
    public static String Backup_job;
    public static String Backup_title;
    public static String BookState_job;
    public static String Books_closing;
    public static String Books_making;
    public static String Books_noTitle;
    public static String Books_open;
    public static String Books_opening;
    public static String Books_title;
    public static String Company_backUp;
    public static String Company_backup;
    public static String Company_currency;
    public static String Company_engine;
    public static String Company_load;
    public static String Company_location;
    public static String Company_name;
    public static String Company_noBackup;
    public static String Company_restore;
    public static String Company_save;
    public static String Company_saved;
    public static String Company_user;
    public static String Company_zone;
    public static String Connect_badPort;
    public static String Connect_badUrl;
    public static String Connect_browse;
    public static String Connect_database;
    public static String Connect_folder;
    public static String Connect_hasPassword;
    public static String Connect_host;
    public static String Connect_message;
    public static String Connect_noDatabase;
    public static String Connect_noFolder;
    public static String Connect_noHost;
    public static String Connect_noUser;
    public static String Connect_onFolder;
    public static String Connect_onServer;
    public static String Connect_open;
    public static String Connect_port;
    public static String Connect_title;
    public static String Connect_tls;
    public static String Connect_tlsOff;
    public static String Connect_tlsPrefer;
    public static String Connect_tlsRequire;
    public static String Connect_tlsVerify;
    public static String Connect_url;
    public static String Connect_urlHint;
    public static String Connect_user;
    public static String NewCompany_browse;
    public static String NewCompany_currency;
    public static String NewCompany_description;
    public static String NewCompany_folder;
    public static String NewCompany_name;
    public static String NewCompany_noCurrency;
    public static String NewCompany_noFolder;
    public static String NewCompany_noName;
    public static String NewCompany_noPath;
    public static String NewCompany_noZone;
    public static String NewCompany_relative;
    public static String NewCompany_taken;
    public static String NewCompany_title;
    public static String NewCompany_zone;
    public static String Open_message;
    public static String Open_title;
    public static String Restore_done;
    public static String Restore_file;
    public static String Restore_folder;
    public static String Restore_folderMessage;
    public static String Restore_job;
    public static String Restore_open;
    public static String Restore_title;
    public static String ServerPassword_message;
    public static String ServerPassword_noStorage;
    public static String ServerPassword_password;
    public static String ServerPassword_remember;
    public static String ServerPassword_title;
    public static String Status_backup;
    public static String Status_backupAt;
    public static String Status_backupTip;
    public static String Status_company;
    public static String Status_database;
    public static String Status_demo;
    public static String Status_demoTip;
    public static String Status_noBackup;
    public static String Status_noBackupTip;
    public static String Status_nobody;
    public static String Status_nobodyTip;
    public static String Status_unsound;
    public static String Status_unsoundTip;
    public static String Status_unverified;
    public static String Status_unverifiedTip;
    public static String Status_user;
    public static String Status_userTip;
    public static String Status_verified;
    public static String Status_verifiedTip;
    public static String Status_verify;
    public static String Trouble_safe;
    public static String Verify_allPassed;
    public static String Verify_chain;
    public static String Verify_chainJob;
    public static String Verify_check;
    public static String Verify_detail;
    public static String Verify_failed;
    public static String Verify_job;
    public static String Verify_now;
    public static String Verify_passed;
    public static String Verify_rebuild;
    public static String Verify_rebuildAsk;
    public static String Verify_rebuildJob;
    public static String Verify_result;
    public static String Verify_rows;
    public static String Verify_someFailed;
    public static String Welcome_about;
    public static String Welcome_demo;
    public static String Welcome_demoText;
    public static String Welcome_new;
    public static String Welcome_newText;
    public static String Welcome_open;
    public static String Welcome_openText;
    public static String Welcome_recent;
    public static String Welcome_tab;
    public static String Welcome_title;

    static {
        NLS.initializeMessages("org.stockwright.company.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

}
