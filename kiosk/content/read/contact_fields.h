// ContactFields: reads the fields of a contact, each with its own strict form. A value of another form is reported and
// left out, so that no visitor is sent there. Private to content/read.
#pragma once
#include "content/content.h"
#include "toml/toml.h"

namespace kiosk::content {

// From where a number can be dialled. A number for anywhere begins with '+' and its country code (ITU-T E.164).
enum class DialledFrom { country, anywhere };

class ContactFields {
public:
    // Borrows the reader. `what` is "channel 'be-form'".
    ContactFields(toml::TableReader& reader, std::string what) : reader_(reader), what_(std::move(what)) {}

    std::vector<std::string> countries(std::string_view key); // ISO 3166, or "*" for every country
    std::vector<std::string> languages(std::string_view key); // ISO 639-1
    std::vector<std::string> scopes(std::string_view key);
    // By language; none on the deny-list of historic hosts.
    PerLanguage<Address> addresses(std::string_view key, Reporting const& reporting);
    std::string telephone(std::string_view key, DialledFrom from);
    // Chat hosts, email addresses, WhatsApp numbers.
    std::vector<TextContact> text_contacts(std::string_view key, Reporting const& reporting);
    std::string hours(std::string_view key);  // "24/7" or ""
    std::string name(std::string_view key);   // of a person or an organisation; must not be empty
    std::string source(std::string_view key); // where it was read: an address of any kind
    std::string confidence(std::string_view key);
    void country(std::string const& code, std::string_view key);

private:
    template <typename Is, typename Advice>
    std::vector<std::string> codes(std::string_view key, Is is, std::string const& what, Advice advice);
    // Reports a fault of a key, and marks its value as unread.
    void complain(std::string_view key, SourceLocation const& place, std::string const& fault, std::string advice);

    toml::TableReader& reader_;
    std::string what_;
};

} // namespace kiosk::content
