#include "screens/parts/contact.h"
#include "content/offers.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::screens {

namespace {

using content::Anonymity;
using content::Channel;
using content::Reach;

bool speaks(Channel const& channel, content::Language const& language)
{
    return std::find(channel.languages.begin(), channel.languages.end(), language) != channel.languages.end();
}

// The languages it speaks; "" if the visitor's is among them. A text of its own if they are not known.
std::string languages_words(Frame const& frame, Channel const& channel)
{
    if (speaks(channel, frame.language())) return {};
    if (channel.languages.empty()) return frame.words("report.channel_languages_unknown");
    std::vector<std::string> names;
    for (auto const& language : channel.languages) names.push_back(frame.words("language_name." + language));
    return frame.words(channel.interprets ? "report.channel_languages_more" : "report.channel_languages",
                       {{"languages", fmt::format("{}", fmt::join(names, ", "))}});
}

// Where it can be called from, by the name of the country; "" if it can be called from anywhere.
std::string reach_words(Frame const& frame, Channel const& channel)
{
    if (channel.works_from != "country" || channel.countries.empty()) return {};
    bool const here = content::number_reach(frame.content().reporting, channel) == Reach::from_here;
    return frame.words(here ? "report.works_here_only" : "report.works_there_only",
                       {{"place", frame.place_name(channel.countries.front())}});
}

std::string phone_conditions(Frame const& frame, Channel const& channel)
{
    std::vector<std::string> conditions;
    if (channel.phone_free == "yes") conditions.push_back(frame.words("report.free"));
    if (channel.hours == "24/7") conditions.push_back(frame.words("report.day_and_night"));
    auto const line = fmt::format("{}", fmt::join(conditions, ", "));
    auto const where = reach_words(frame, channel);
    if (where.empty()) return line;
    return line.empty() ? where : line + ". " + where;
}

class Lines {
public:
    Lines(std::string id, float scale) : id_(std::move(id)), scale_(scale) {}

    void add(char const* id, std::string text, ui::TextStep step, ui::Face face, ui::Ink ink,
             ui::Role role = ui::Role::text)
    {
        if (text.empty()) return;
        blocks_.push_back({id_ + "." + id, std::move(text), step, face, ink, role, 1.3F, ui::Wrap::natural, scale_});
    }
    void quiet(char const* id, std::string text)
    {
        add(id, std::move(text), ui::TextStep::small, ui::Face::regular, ui::Ink::quiet);
    }
    std::vector<ui::TextBlock> take() { return std::move(blocks_); }

private:
    std::string id_;
    float scale_;
    std::vector<ui::TextBlock> blocks_;
};

void add_phone(Frame const& frame, Lines& lines, Channel const& channel, bool alone)
{
    if (channel.phone.empty()) return;
    // What cannot be called from here is no number to take up the telephone for.
    bool const from_here = content::number_reach(frame.content().reporting, channel) == Reach::from_here;
    auto const verb = frame.words(alone ? "report.channel_call_only" : "report.channel_call");
    lines.add("phone", fmt::format("{} {}", verb, channel.phone),
              alone && from_here ? ui::TextStep::title : ui::TextStep::lead, ui::Face::semibold, ui::Ink::text);
    lines.quiet("conditions", phone_conditions(frame, channel));
}

char const* words_of(content::TextKind kind)
{
    switch (kind) {
    case content::TextKind::chat: return "report.text_chat";
    case content::TextKind::email: return "report.text_email";
    case content::TextKind::whatsapp: break;
    }
    return "report.text_whatsapp";
}

void add_text_contacts(Frame const& frame, Lines& lines, Channel const& channel)
{
    for (auto const& contact : channel.text_contacts) {
        auto const kind = std::string(content::name(contact.kind));
        lines.add(("text." + kind).c_str(), frame.words(words_of(contact.kind), {{"contact", contact.value}}),
                  ui::TextStep::reading, ui::Face::semibold, ui::Ink::text);
    }
}

} // namespace

std::string anonymity_words(Frame const& frame, Anonymity anonymous)
{
    switch (anonymous) {
    case Anonymity::yes: return frame.words("report.anonymous_yes");
    case Anonymity::no: return frame.words("report.anonymous_no");
    case Anonymity::confidential: return frame.words("report.anonymous_confidential");
    case Anonymity::depends: return frame.words("report.anonymous_depends");
    case Anonymity::unknown: break;
    }
    return frame.words("report.anonymous_unknown");
}

std::string spoken_address(std::string address)
{
    static std::string const kScheme = "https://";
    if (address.starts_with(kScheme)) address.erase(0, kScheme.size());
    if (address.ends_with('/')) address.pop_back();
    return address;
}

ContactLines contact_lines(Frame const& frame, Channel const& channel, ContactStyle const& look)
{
    auto const& words = frame.in_language(channel.words);
    auto const address = channel.address(frame.language());
    Lines reach(look.id, look.scale);
    reach.add("name", words.name, look.name, ui::Face::semibold, ui::Ink::text, ui::Role::heading);
    if (!address.empty()) {
        // On a narrow panel the address itself would be out of sight.
        if (look.code == CodeBeside::yes && !frame.layout().narrow())
            reach.quiet("how", frame.words("report.channel_address"));
        reach.add("address", spoken_address(address), look.name, ui::Face::semibold, ui::Ink::accent);
    }
    add_phone(frame, reach, channel, address.empty());
    add_text_contacts(frame, reach, channel);
    reach.quiet("languages", languages_words(frame, channel));
    Lines terms(look.id, look.scale);
    terms.add("receives", words.receives, look.text, ui::Face::regular, ui::Ink::text);
    terms.add("anonymous", anonymity_words(frame, channel.anonymous), look.text, ui::Face::semibold,
              channel.anonymous == Anonymity::yes ? ui::Ink::right : ui::Ink::text);
    // As plain to see as what it goes with.
    terms.add("tip", words.tip, ui::TextStep::small, ui::Face::regular, ui::Ink::text);
    return {reach.take(), terms.take()};
}

std::vector<ui::TextBlock> number_lines(Frame const& frame, Channel const& channel, std::string const& id)
{
    Lines lines(id, 1);
    lines.add("phone", fmt::format("{} {}", frame.words("report.channel_call"), channel.phone), ui::TextStep::lead,
              ui::Face::semibold, ui::Ink::text);
    lines.quiet("conditions",
                fmt::format("{} · {}", frame.in_language(channel.words).name, phone_conditions(frame, channel)));
    return lines.take();
}

namespace {

std::vector<ui::TextBlock>::iterator address_in(std::vector<ui::TextBlock>& lines, AddressCard const& card)
{
    return std::find_if(lines.begin(), lines.end(),
                        [&](ui::TextBlock const& line) { return line.id == card.id + ".address"; });
}

bool breaks(Frame& frame, float width, ui::TextBlock const& words)
{
    constexpr float kEndless = 1e6F;
    return ui::text_height(frame.canvas(), width, words) > 1.5F * ui::text_height(frame.canvas(), kEndless, words);
}

// An address is typed letter by letter: rather smaller letters than two lines, but for those who asked for large ones.
std::vector<ui::TextBlock> card_lines(Frame& frame, float width, AddressCard const& card)
{
    Lines lines(card.id, 1);
    lines.add("heading", card.heading, ui::TextStep::reading, ui::Face::semibold, ui::Ink::text, ui::Role::heading);
    lines.add("name", frame.in_language(card.channel->words).name, ui::TextStep::reading, ui::Face::regular,
              ui::Ink::text);
    lines.add("address", spoken_address(card.channel->address(frame.language())), ui::TextStep::lead,
              ui::Face::semibold, ui::Ink::accent);
    lines.quiet("languages", languages_words(frame, *card.channel));
    auto blocks = lines.take();
    auto const address = address_in(blocks, card);
    if (address != blocks.end() && !frame.layout().large_text() && breaks(frame, width, *address))
        address->step = ui::TextStep::reading;
    return blocks;
}

float column_height(Frame& frame, float width, std::vector<ui::TextBlock> const& blocks, float gap)
{
    float height = 0;
    for (auto const& block : blocks) height += ui::text_height(frame.canvas(), width, block) + gap;
    return std::max(0.F, height - gap);
}

// An address that would break beside the code stands below both, over the whole card.
struct CardWords {
    std::vector<ui::TextBlock> column, below;
};

CardWords card_words(Frame& frame, float column, float inside, AddressCard const& card)
{
    CardWords words{card_lines(frame, column, card), {}};
    auto const address = address_in(words.column, card);
    if (address == words.column.end() || column >= inside) return words;
    if (!breaks(frame, column, *address) || breaks(frame, inside, *address)) return words;
    words.below.push_back(*address);
    words.column.erase(address);
    return words;
}

struct CardForm {
    float pad = 0, gap = 0, side = 0, line_gap = 0;
    bool beside = false; // the words beside the code
};

CardForm form_of(Frame const& frame, float width, AddressCard const& card)
{
    auto const& layout = frame.layout();
    CardForm form;
    form.pad = layout.units(layout.low() ? 18 : 28);
    form.gap = layout.units(28);
    form.line_gap = layout.units(8);
    form.side = std::max(ui::code_side(card.channel->address(frame.language()), layout.least_code()), card.least_code);
    // A column narrower than this breaks addresses.
    form.beside = width - 2 * form.pad - form.side - form.gap >= layout.text(ui::TextStep::lead) * 9;
    return form;
}

float below_height(Frame& frame, float inside, CardWords const& words, CardForm const& form)
{
    return words.below.empty() ? 0 : column_height(frame, inside, words.below, form.line_gap) + form.line_gap;
}

} // namespace

float address_card_height(Frame& frame, float width, AddressCard const& card)
{
    auto const form = form_of(frame, width, card);
    auto const inside = width - 2 * form.pad;
    auto const column = form.beside ? inside - form.side - form.gap : inside;
    auto const lines = card_words(frame, column, inside, card);
    auto const words = column_height(frame, column, lines.column, form.line_gap);
    return (form.beside ? std::max(form.side, words) : form.side + form.gap + words) +
           below_height(frame, inside, lines, form) + 2 * form.pad;
}

float scrolled_card_height(Frame& frame, Rect const& place, AddressCard const& card)
{
    constexpr float kOfPanel = 0.64F;
    auto const most = std::min(place.height, std::round(frame.layout().screen().height * kOfPanel));
    return std::max(most, address_card_height(frame, place.width, card));
}

namespace {

// How the card is filled: its code as large as there is room, as long as the words keep theirs.
CardForm filled_form(Frame& frame, Size inside, AddressCard const& card, CardForm form)
{
    auto const words_height = [&](float width) {
        auto const words = card_words(frame, width, inside.width, card);
        return column_height(frame, width, words.column, form.line_gap) +
               below_height(frame, inside.width, words, form);
    };
    // A larger code leaves a narrower column, in which the address may break.
    auto const below_at = [&](float side) {
        auto const words = card_words(frame, inside.width - side - form.gap, inside.width, card);
        return below_height(frame, inside.width, words, form);
    };
    auto beside = std::max(form.side, std::min(inside.height - below_at(form.side), inside.width * 0.42F));
    beside = std::max(form.side, std::min(beside, inside.height - below_at(beside)));
    // Where the plate is high the code stands above the words, and is larger there.
    auto const above = std::min(inside.width, inside.height - words_height(inside.width) - form.gap);
    form.beside = form.beside && above < 1.25F * beside;
    if (!form.beside)
        form.side = std::max(form.side, above);
    else if (words_height(inside.width - beside - form.gap) <= inside.height)
        form.side = beside;
    return form;
}

} // namespace

float address_card_code(Frame& frame, Size const& size, AddressCard const& card)
{
    auto const form = form_of(frame, size.width, card);
    return filled_form(frame, {size.width - 2 * form.pad, size.height - 2 * form.pad}, card, form).side;
}

void draw_address_card(Frame& frame, Rect area, AddressCard const& card)
{
    auto& canvas = frame.canvas();
    // To the pixel: a code with one less has smaller modules.
    if (area.height < address_card_height(frame, area.width, card)) canvas.report_overflow();
    auto form = form_of(frame, area.width, card);
    ui::NodeGroup const group(canvas);
    ui::plate(canvas, area);
    area = area.inset(form.pad, form.pad);
    form = filled_form(frame, {area.width, area.height}, card, form);
    if (card.most_code > 0) form.side = std::min(form.side, card.most_code);
    auto const inside = area.width;
    auto const column = form.beside ? inside - form.side - form.gap : inside;
    auto const words = card_words(frame, column, inside, card);
    if (!words.below.empty())
        ui::text_column(canvas,
                        cut_bottom(area, below_height(frame, inside, words, form) - form.line_gap, form.line_gap),
                        words.below, form.line_gap);
    auto const address = card.channel->address(frame.language());
    auto const square = form.beside ? cut_left(area, form.side, form.gap) : cut_top(area, form.side, form.gap);
    auto const down = form.beside ? std::max(0.F, (square.height - form.side) / 2) : 0.F;
    ui::code(canvas, {square.x, square.y + down, form.side, std::min(form.side, square.height)}, card.id + ".code",
             address);
    if (form.beside) {
        auto const height = column_height(frame, area.width, words.column, form.line_gap);
        area.y += std::max(0.F, std::round((area.height - height) / 2));
        area.height = std::max(0.F, std::min(area.height, height + 1));
    }
    ui::text_column(canvas, area, words.column, form.line_gap);
}

content::Channel const* channel_here(content::Content const& content)
{
    auto const& home = content.reporting.home;
    for (auto const& offer : content::offers(content.reporting, {home, home}))
        if (!offer.channel->url.empty()) return offer.channel;
    return nullptr;
}

AddressCard card_here(Frame const& frame, std::string id)
{
    auto const place = frame.place_name(frame.content().reporting.home);
    return {std::move(id), frame.words("report.take_here", {{"place", place}}), channel_here(frame.content())};
}

} // namespace kiosk::screens
