#include "screens/staff_contacts.h"
#include "base/plain.h"
#include "base/utf8.h"

#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using content::ContactChange;
using content::ContactKind;

// One line, without anything that turns the direction of writing or hides letters.
std::string shown(Frame const& frame, std::string const& text)
{
    if (text.empty()) return frame.staff_words("contacts.nothing");
    auto line = plain(text);
    if (count_code_points(line) <= kLongestListed) return line;
    std::size_t end = 0;
    for (std::size_t i = 0; i < kLongestListed; ++i) next_code_point(line, end);
    return line.substr(0, end) + "…";
}

// As staff know it from the screen; its id where it is new.
std::string name_of(Frame const& frame, std::string const& id)
{
    auto const& reporting = frame.pack().reporting;
    if (id == "residents:") return frame.staff_words("contacts.residents");
    if (id == "online:") return frame.staff_words("contacts.online");
    auto name = std::string();
    if (auto const* channel = reporting.channel(id)) name = frame.in_language(channel->words).name;
    if (reporting.place(id) || content::is_country(id)) name = frame.place_name(id);
    for (auto const& page : frame.pack().support.pages)
        if (page.id == id) name = frame.in_language(page.words).title;
    return name.empty() ? plain(id) : name;
}

std::string names_of(Frame const& frame, std::string_view ids)
{
    std::string names;
    while (!ids.empty()) {
        auto const comma = ids.find(", ");
        names += (names.empty() ? "" : ", ") + name_of(frame, std::string(ids.substr(0, comma)));
        ids.remove_prefix(comma == std::string_view::npos ? ids.size() : comma + 2);
    }
    return names;
}

std::string language_words(Frame const& frame, std::string const& language)
{
    auto const key = "language_name." + language;
    auto const& words = frame.words(key);
    return words == key ? plain(language) : words;
}

char const* key_of(ContactKind kind)
{
    switch (kind) {
    case ContactKind::address: return "contacts.address";
    case ContactKind::telephone: return "contacts.telephone";
    case ContactKind::emergency: return "contacts.emergency";
    case ContactKind::name: return "contacts.name";
    case ContactKind::receives: return "contacts.receives";
    case ContactKind::tip: return "contacts.tip";
    case ContactKind::leads_to: return "contacts.leads-to";
    case ContactKind::home: return "contacts.home";
    case ContactKind::in_text: return "contacts.in-text";
    case ContactKind::terms: return "contacts.terms";
    case ContactKind::words: return "contacts.words";
    case ContactKind::picture: return "contacts.picture";
    }
    return "contacts.of";
}

// "Child Focus: telephone", "I say STOP!: address, French".
std::string title_of(Frame const& frame, ContactChange const& change)
{
    auto title = frame.staff_words(key_of(change.kind));
    if (change.kind != ContactKind::home && change.kind != ContactKind::in_text)
        title = frame.staff_words("contacts.of", {{"who", name_of(frame, change.of)}, {"what", title}});
    return change.language.empty() ? title : title + ", " + language_words(frame, change.language);
}

std::string said(Frame const& frame, ContactChange const& change, std::string const& text)
{
    bool const ids = change.kind == ContactKind::leads_to || change.kind == ContactKind::home;
    return shown(frame, ids ? names_of(frame, text) : text);
}

} // namespace

void draw_contact_changes(Frame& frame, StaffColumn& column, StagedContent const& staged)
{
    column.text("content.signers",
                frame.staff_words(staged.signers > 1 ? "contacts.two_signed" : "contacts.one_signed"), ui::Ink::quiet);
    auto const& changes = staged.contacts;
    if (changes.empty()) {
        column.text("content.contacts.same", frame.staff_words("contacts.same"));
        return;
    }
    column.heading("content.contacts", frame.staff_words("contacts.title"));
    column.text("content.contacts.how", frame.staff_words("contacts.how"));
    auto const listed = std::min(changes.size(), kMostListed);
    for (std::size_t i = 0; i < listed; ++i) {
        auto const id = fmt::format("content.contact.{}", i + 1);
        auto const& change = changes[i];
        column.note(id, title_of(frame, change));
        column.text(id + ".before",
                    frame.staff_words("contacts.before", {{"text", said(frame, change, change.before)}}),
                    ui::Ink::quiet);
        column.text(id + ".after", frame.staff_words("contacts.after", {{"text", said(frame, change, change.after)}}),
                    ui::Ink::reconsider);
        column.space(10);
    }
    if (changes.size() > listed)
        column.text("content.contacts.more",
                    frame.staff_words("contacts.more", {{"n", std::to_string(changes.size() - listed)}}),
                    ui::Ink::reconsider);
}

} // namespace kiosk::screens
