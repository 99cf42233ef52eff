package org.stockwright.model;

import java.util.Set;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.eclipse.persistence.annotations.IdValidation;
import org.eclipse.persistence.annotations.PrimaryKey;

/** A supplier, customer, carrier or owner of stock; the row 0 is the company itself. */
@Entity(name = "Partner")
@Table(name = "partner")
@Cacheable(false)
@PrimaryKey(validation = IdValidation.NULL)
public class PartnerEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "roles")
    @Convert(converter = CodesConverter.class)
    private Set<String> roles;

    @Column(name = "currency")
    private String currency;

    @Column(name = "active")
    @Convert(converter = FlagConverter.class)
    private boolean active;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected PartnerEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public PartnerEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What people type. */
    public String getCode() {
        return code;
    }

    /** Sets what {@link #getCode} tells. */
    public void setCode(String code) {
        this.code = code;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** Sets what {@link #getName} tells. */
    public void setName(String name) {
        this.name = name;
    }

    /** What it is to us, in lower case. */
    public Set<String> getRoles() {
        return roles;
    }

    /** Sets what {@link #getRoles} tells. */
    public void setRoles(Set<String> roles) {
        this.roles = roles;
    }

    /** The ISO 4217 code in which we deal, or {@code null}. */
    public String getCurrency() {
        return currency;
    }

    /** Sets what {@link #getCurrency} tells. */
    public void setCurrency(String currency) {
        this.currency = currency;
    }

    /** Whether new documents may name it. */
    public boolean isActive() {
        return active;
    }

    /** Sets what {@link #isActive} tells. */
    public void setActive(boolean active) {
        this.active = active;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
