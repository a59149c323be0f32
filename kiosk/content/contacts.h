// What two editions of the content change about where reports go and whom visitors are told to call: each address,
// number and word of a channel, the channels that a place or a page of support leads to, and addresses and numbers that
// are written in a text. People read these changes before new content is shown; some of them need two signatures
// (DECISIONS.md, "What leads people to a report needs two signatures"). Pure, but for picture_changes().
#pragma once
#include "content/content.h"

#include <filesystem>
#include <set>

namespace kiosk::content {

enum class ContactKind {
    address,     // of a channel, in a language
    telephone,   // of a channel, as the following nine; one kind each, so that a person sees which one changes
    writing,     // "chat x.be, email a@x.be"
    from_abroad, // the channel that answers callers from abroad
    anonymous,   // "" where nobody knows, as for the following six
    free,        // of charge: "yes" or "no"
    hours,
    speaks,     // languages: "fr nl"
    works_from, // "country" or "anywhere"
    run_by,
    received_by,
    emergency, // of a place
    name,      // of a channel, in a language, as the following two
    receives,
    tip,
    leads_to, // the channels of a place, or of a page of support
    home,     // the place where the kiosk stands
    in_text,  // an address that no channel has, or any number that no text named before, in a text that visitors read
    words,    // of the pages that lead to a report, in a language, by their key
    picture,  // that is new or was replaced: what it shows is not analysed (picture_changes)
};
// "address", "leads-to" and so on, for the office.
std::string_view name(ContactKind kind);

// What stood there and what is to stand there; "" where there was or will be nothing.
struct ContactChange {
    ContactKind kind = ContactKind::address;
    std::string of; // id of a channel, a place or a page
    Language language;
    std::string before, after;
    bool needs_two_signatures = true; // whether two people must sign it
    bool operator==(ContactChange const&) const = default;

    // "channel 'be-form', address (fr): 'https://…' becomes 'https://…'", for the office.
    std::string line() const;
};

// `hosts`: hosts to which any channel's address may move with one signature. To other hosts it may do so only where the
// channel already has an address on them in `before`.
std::vector<ContactChange> contact_changes(Content const& before, Content const& after,
                                           std::vector<std::string> const& hosts = {});

// Pictures that `after` adds or has with other bytes. Reads both content folders.
std::vector<ContactChange> picture_changes(std::filesystem::path const& before, std::filesystem::path const& after);

// Whether one of them needs two signatures.
bool any_needs_two_signatures(std::vector<ContactChange> const& changes);

// Everything in a text that a reader would take for an address ("www.x.be", "x.be/y", "a@x.be", "https://…") or would
// dial (six digits, or fewer after a '+' or a 0). Addresses come back in lower case, numbers as digits only.
std::set<std::string> mentioned_contacts(std::string_view text);

} // namespace kiosk::content
