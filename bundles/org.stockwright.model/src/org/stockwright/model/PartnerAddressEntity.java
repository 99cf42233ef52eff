package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Where a partner, or a place of our own, is. Read-only here: its service writes it. */
@Entity(name = "PartnerAddress")
@Table(name = "partner_address")
@Cacheable(false)
public class PartnerAddressEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "partner_id")
    private PartnerEntity partner;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "street_lines")
    private String streetLines;

    @Column(name = "postal_code")
    private String postalCode;

    @Column(name = "city")
    private String city;

    @Column(name = "region")
    private String region;

    @Column(name = "country")
    private String country;

    @Column(name = "phone")
    private String phone;

    @Column(name = "email")
    private String email;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected PartnerAddressEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** Whose address it is; the row with the number 0 for our own. */
    public PartnerEntity getPartner() {
        return partner;
    }

    /** Which of the addresses; empty for the main one. */
    public String getCode() {
        return code;
    }

    /** Who is met there, or {@code null}. */
    public String getName() {
        return name;
    }

    /** Street, building and the like, one below the other, or {@code null}. */
    public String getStreetLines() {
        return streetLines;
    }

    /** The postal code, or {@code null}. */
    public String getPostalCode() {
        return postalCode;
    }

    /** The city, or {@code null}. */
    public String getCity() {
        return city;
    }

    /** State, province or county, or {@code null}. */
    public String getRegion() {
        return region;
    }

    /** Two letters of ISO 3166, or {@code null}. */
    public String getCountry() {
        return country;
    }

    /** The telephone number, or {@code null}. */
    public String getPhone() {
        return phone;
    }

    /** The e-mail address, or {@code null}. */
    public String getEmail() {
        return email;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
