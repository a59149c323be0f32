// Reporting: whom to call when a child is in danger now, and the address that is taken along by whoever has seen
// nothing. Sensitive headings stay in title size, so that they are not read over a shoulder.
#include "screens/report/report.h"
#include "content/offers.h"
#include "screens/parts/address_card.h"
#include "screens/parts/button_rows.h"
#include "screens/parts/parts.h"
#include "screens/parts/place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::screens {

namespace {

constexpr auto kTitle = ui::TextStep::title;

void draw_sensitive_title(Frame& frame, Rect& area, std::string const& id, std::string const& text)
{
    auto const height =
        ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.25F}, id, text, kTitle);
    cut_top(area, height, frame.layout().units(24));
}

// Whom to call at a place: its emergency numbers, or a text about who is in charge there.
struct Danger {
    std::vector<content::EmergencyNumber const*> numbers;
    std::string headline; // in place of numbers
    std::string tell;     // what else to do
};

// Numbers stay on one line: no-break spaces.
constexpr std::string_view kApart = "\u00a0·\u00a0";

// "112 · 101 (police)": what answers everything first.
std::string numbers_in_words(Frame const& frame, std::vector<content::EmergencyNumber const*> const& numbers)
{
    std::vector<std::string> texts;
    for (auto const* number : numbers)
        if (number->answers == content::EmergencyServices::all) texts.push_back(number->number);
    for (auto const* number : numbers)
        if (number->answers == content::EmergencyServices::police)
            texts.push_back(frame.words("report.number_police", {{"number", number->number}}));
    return fmt::format("{}", fmt::join(texts, kApart));
}

// Texts for places that are no country: who is in charge there, and what else to do.
struct KindWords {
    std::string_view kind;
    char const *band, *danger, *tell;
};

constexpr std::array<KindWords, 3> kKinds{
    {{"at-sea", "report.channel_danger_at_sea", "report.danger_at_sea", "report.tell_at_sea"},
     {"in-the-air", "report.channel_danger_in_the_air", "report.danger_in_the_air", "report.tell_in_the_air"},
     {"online", "report.channel_danger_online", "report.danger_online", "report.tell_online"}}};

KindWords const* words_of_kind(std::string_view kind)
{
    auto const* const found =
        std::find_if(kKinds.begin(), kKinds.end(), [&](KindWords const& words) { return words.kind == kind; });
    return found == kKinds.end() ? nullptr : found;
}

Danger danger_of(Frame const& frame, std::string const& place)
{
    auto const& reporting = frame.content().reporting;
    auto const kind = content::place_kind(reporting, place);
    Danger danger{content::numbers_in_danger(reporting, place), "", ""};
    if (auto const* words = words_of_kind(kind)) {
        if (danger.numbers.empty()) danger.headline = frame.words(words->danger);
        danger.tell = frame.words(words->tell);
        return danger;
    }
    if (danger.numbers.empty()) danger.headline = frame.words("report.emergency_local");
    // Emergency numbers of another country cannot be called from here.
    auto const here = numbers_in_words(frame, reporting.emergency_in(reporting.home));
    danger.tell = place == reporting.home || here.empty() ? frame.words("report.emergency_tell")
                                                          : frame.words("report.emergency_abroad", {{"number", here}});
    return danger;
}

// Of the size of a statement. As large as its column, up to half a screen high: it is found at one glance.
constexpr float kLeastNumber = 1.2F;
constexpr float kLargestNumber = 6;

// One number, large, and below it what answers.
std::vector<ui::TextBlock> number_words(Frame const& frame, content::EmergencyNumber const& number,
                                        std::string const& place)
{
    auto const& reporting = frame.content().reporting;
    bool const here = place == reporting.home || content::place_kind(reporting, place) == "online";
    auto const answers = frame.words(number.answers == content::EmergencyServices::police ? "report.answers_police"
                                                                                          : "report.answers_all");
    auto const where = frame.words(here ? "report.called_here" : "report.called_there",
                                   {{"place", frame.place_name(here ? reporting.home : place)}});
    auto const id = "report.emergency." + number.number;
    return {
        {id, number.number, ui::TextStep::statement, ui::Face::statement, ui::Ink::on_alarm, ui::Role::heading, 1.15F,
         ui::Wrap::natural, kLeastNumber, frame.layout().large_text() ? kLeastNumber : 1.F},
        {id + ".answers", answers, ui::TextStep::lead, ui::Face::semibold, ui::Ink::on_alarm, ui::Role::text, 1.25F},
        {id + ".where", where, ui::TextStep::reading, ui::Face::regular, ui::Ink::on_alarm, ui::Role::text, 1.3F}};
}

// The largest at which every number stays on a line and the words below it keep their size; the same for all.
float number_scale_in(Frame& frame, Size room, std::vector<std::vector<ui::TextBlock>> columns)
{
    constexpr float kStepDown = 0.1F;
    auto const gap = frame.layout().units(8);
    auto const fits = [&](std::vector<ui::TextBlock>& words, float scale) {
        words.front().scale = scale;
        auto height = -gap;
        for (auto const& block : words) height += ui::text_height(frame.canvas(), room.width, block) + gap;
        auto const& number = words.front();
        auto const one_line = frame.layout().text(number.step) * scale * number.line_height * 1.2F;
        return height <= room.height && ui::text_height(frame.canvas(), room.width, number) < one_line;
    };
    for (auto scale = kLargestNumber; scale > kLeastNumber; scale -= kStepDown)
        if (std::all_of(columns.begin(), columns.end(), [&](auto& words) { return fits(words, scale); })) return scale;
    return kLeastNumber;
}

void draw_numbers(Frame& frame, Rect const& band, Danger const& danger, std::string const& place)
{
    auto const& layout = frame.layout();
    auto const count = static_cast<int>(danger.numbers.size());
    auto const gap = layout.units(8);
    // Letters that a line needs; one below the other, a number has no room on a panel that is wide and low.
    auto const letters = layout.portrait() ? 11.F : 8.F;
    bool const beside = cell(band, 0, count, layout.units(60)).width >= layout.text(ui::TextStep::lead) * letters;
    auto const room = [&](int i) {
        return beside ? cell(band, i, count, layout.units(60)) : cell_down(band, i, count, layout.units(28));
    };
    std::vector<std::vector<ui::TextBlock>> columns;
    float scale = 1;
    for (auto const* number : danger.numbers) {
        auto const area = room(static_cast<int>(columns.size()));
        columns.push_back(number_words(frame, *number, place));
        scale = std::min(scale, ui::column_scale(frame.canvas(), {area.width, area.height}, columns.back(), gap));
    }
    // Rather a page that scrolls than a number as small as its words.
    if (scale < 1) frame.canvas().report_overflow();
    auto const number_scale = scale < 1 ? scale : number_scale_in(frame, {room(0).width, room(0).height}, columns);
    for (int i = 0; i < count; ++i) {
        auto& words = columns[static_cast<std::size_t>(i)];
        if (scale < 1)
            for (auto& block : words) block.scale = scale;
        else
            words.front().scale = number_scale;
        ui::NodeGroup const group(frame.canvas());
        ui::text_column(frame.canvas(), room(i), words, gap);
    }
}

ButtonRows emergency_ways(Frame& frame)
{
    auto const way = [&](char const* id, char const* word, char const* icon, visit::Action action) {
        return RowButton{{.id = id, .label = frame.words(word), .icon = icon}, std::move(action)};
    };
    return {frame,
            {way("report.elsewhere", "report.emergency_other", "globe",
                 visit::AskPlace{visit::PlaceQuestion::where_the_danger_is}),
             way("report.as-well", "report.emergency_report", "chevron-right", visit::ContinueToReport{})},
            frame.layout().main_target()};
}

} // namespace

std::string danger_words(Frame const& frame, std::string const& place)
{
    auto const& reporting = frame.content().reporting;
    auto const kind = content::place_kind(reporting, place);
    auto const danger = danger_of(frame, place);
    if (auto const* words = words_of_kind(kind))
        return frame.words(words->band, {{"number", numbers_in_words(frame, danger.numbers)}});
    if (danger.numbers.empty()) return frame.words("report.channel_danger_local");
    bool const there = kind == "country" && place != reporting.home;
    return frame.words(there ? "report.channel_danger_there" : "report.channel_danger",
                       {{"number", numbers_in_words(frame, danger.numbers)}, {"place", frame.place_name(place)}});
}

void draw_report_emergency(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto area = frame.content_area();
    auto const& place = state.report.place;
    auto const danger = danger_of(frame, place);
    draw_sensitive_title(frame, area, "report.emergency.title",
                         danger.numbers.empty() ? frame.words("report.emergency_now")
                                                : frame.words("report.emergency_title"));
    auto const ways = emergency_ways(frame);
    ui::TextBlock const tell{"report.emergency.tell", danger.tell};
    // Where letters are large and the panel wide, beside what else can be done: numbers and buttons are all in sight.
    bool const beside = layout.large_text() && !layout.portrait();
    auto const tell_width = beside ? std::round(area.width * 0.46F) : area.width;
    auto const tell_height = ui::text_height(canvas, tell_width, tell);
    auto const ways_height = ways.height(beside ? area.width - tell_width - layout.gap() : area.width);
    auto foot = cut_bottom(area, beside ? std::max(ways_height, tell_height) : ways_height, layout.gap());
    auto const tell_beside = beside ? cut_left(foot, tell_width, layout.gap()) : Rect{};
    // All there is: a number is read from afar.
    auto const room = beside ? area.height : std::max(0.F, area.height - tell_height - layout.units(28));
    // Words alone no higher than they look best, but where letters are large and panels small.
    bool const scarce = layout.low() || layout.narrow() || layout.large_text();
    bool const headline = danger.numbers.empty() && !scarce;
    auto band = cut_top(area, headline ? std::min(room, layout.units(460)) : room, layout.units(28));
    canvas.fill(band, canvas.color(ui::Ink::alarm), layout.rounding());
    canvas.outline(band, canvas.color(ui::Ink::reconsider), layout.units(3), layout.rounding());
    band = band.inset(layout.units(44), layout.units(28));
    if (danger.numbers.empty())
        ui::text_centred(canvas, band,
                         {"report.emergency.local", danger.headline, kTitle, ui::Face::semibold, ui::Ink::on_alarm,
                          ui::Role::heading, 1.3F, ui::Wrap::balanced});
    else
        draw_numbers(frame, band, danger, place);
    ui::text_block(canvas, beside ? tell_beside : area, tell);
    ways.draw(foot);
}

namespace {

// For those who live here, and for all others.
std::vector<AddressCard> addresses_to_take(Frame const& frame)
{
    auto const& reporting = frame.content().reporting;
    std::vector<AddressCard> cards;
    auto here = card_here(frame, "report.take.here");
    auto const* channel = here.channel;
    if (channel) cards.push_back(std::move(here));
    for (auto const& offer : content::offers(reporting, {"elsewhere", ""}))
        if (offer.channel != channel && !offer.channel->url.empty()) {
            cards.push_back({"report.take.elsewhere", frame.words("report.take_elsewhere"), offer.channel});
            break;
        }
    return cards;
}

// Beside each other or one below the other, with codes of one size. What is left of the area stays.
void draw_addresses(Frame& frame, Rect& area, std::vector<AddressCard> cards)
{
    auto const& layout = frame.layout();
    auto const count = std::max(1, static_cast<int>(cards.size()));
    auto const gap = layout.units(40);
    bool const beside = !layout.portrait() && cell(area, 0, count, gap).width >= layout.units(520);
    auto const column = beside ? cell(area, 0, count, gap).width : area.width;
    float least = 0;
    for (auto const& card : cards)
        least = std::max(least, ui::code_side(card.channel->address(frame.language()), layout.least_code()));
    // No higher than the words and the code want it: a code of half a wall is read no better.
    auto each = layout.units(beside ? 460 : 520);
    for (auto& card : cards) {
        card.least_code = least;
        each = std::max(each, std::ceil(address_card_height(frame, column, card)));
    }
    auto const whole = beside ? each : static_cast<float>(count) * (each + gap) - gap;
    auto const place = cut_top(area, std::min(area.height, whole), layout.units(28));
    auto const of = [&](int i) { return beside ? cell(place, i, count, gap) : cell_down(place, i, count, gap); };
    float most = 0;
    for (auto const& card : cards) {
        auto const side = address_card_code(frame, {of(0).width, of(0).height}, card);
        most = most > 0 ? std::min(most, side) : side;
    }
    for (auto& card : cards) card.most_code = most;
    for (std::size_t i = 0; i < cards.size(); ++i) draw_address_card(frame, of(static_cast<int>(i)), cards[i]);
}

} // namespace

void draw_report_take(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    draw_title(frame, area, "report.take.title", frame.words("report.take_title"));
    ui::TextBlock const text{"report.take.text", frame.words("report.take_text"), ui::TextStep::reading,
                             ui::Face::regular, ui::Ink::text};
    // A code is in sight before anybody scrolls: where the page does, the words come after it.
    bool const codes_first = is_scrolled(frame);
    auto const used = ui::text_height(frame.canvas(), area.width, text);
    auto words = codes_first ? cut_bottom(area, used, layout.units(28)) : cut_top(area, used, layout.units(28));
    if (codes_first) {
        draw_addresses(frame, area, addresses_to_take(frame));
        ui::text_block(frame.canvas(), words, text);
    } else {
        ui::text_block(frame.canvas(), words, text);
        draw_addresses(frame, area, addresses_to_take(frame));
    }
}

} // namespace kiosk::screens
