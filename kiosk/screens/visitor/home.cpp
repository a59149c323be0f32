// The first thing a visitor sees after touching the attract loop: what one would do, large, and beside it what else
// there is to know.
#include "screens/parts/button_rows.h"
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kiosk::screens {

namespace {

struct HomeCard {
    ui::Card card;
    visit::Action action;
};

HomeCard quiz_card(Frame const& frame, content::Quiz const& quiz, std::string const& picture)
{
    bool const first = &quiz == &frame.content().quizzes.front();
    auto const& heading = frame.in_language(quiz.headings);
    return {{first ? "home.quiz" : "home.quiz." + quiz.id, heading.title, heading.subtitle, picture},
            visit::StartQuiz{quiz.id}};
}

// Nothing where content with a fault has lost what it opens.
std::optional<HomeCard> card_of(Frame const& frame, content::HomeCard const& card)
{
    auto const& content = frame.content();
    switch (card.kind) {
    case content::HomeCardKind::scenes: {
        auto const* set = content.scene_set(card.opens);
        if (!set) return std::nullopt;
        auto const& heading = frame.in_language(set->headings);
        return HomeCard{{"home.scenes." + card.opens, heading.title, heading.subtitle, card.picture},
                        visit::StartScene{card.opens}};
    }
    case content::HomeCardKind::quiz: {
        auto const* quiz = content.quiz(card.opens);
        if (!quiz || quiz->questions.empty()) return std::nullopt;
        return quiz_card(frame, *quiz, card.picture);
    }
    case content::HomeCardKind::page: break;
    }
    if (!content.series(card.opens)) return std::nullopt;
    auto const key = "home." + card.id;
    return HomeCard{{key, frame.words(key), frame.words(key + "_sub"), card.picture},
                    visit::OpenSeries{card.opens, card.page}};
}

// Without cards in the content: its scenes, its first campaign and its quizzes.
std::vector<HomeCard> usual_cards(Frame const& frame)
{
    auto const& content = frame.content();
    std::vector<HomeCard> cards;
    for (auto const& set : content.scenes) {
        auto const& heading = frame.in_language(set.headings);
        cards.push_back(
            {{"home.scenes." + set.id, heading.title, heading.subtitle, set.picture}, visit::StartScene{set.id}});
    }
    if (!content.campaigns.empty()) {
        auto const& series = content.campaigns.front();
        auto const& heading = frame.in_language(series.headings);
        cards.push_back(
            {{"home." + series.id, heading.title, heading.subtitle, series.picture}, visit::OpenSeries{series.id, ""}});
    }
    for (auto const& quiz : content.quizzes)
        if (!quiz.questions.empty()) cards.push_back(quiz_card(frame, quiz, quiz.picture));
    return cards;
}

std::vector<HomeCard> cards_of(Frame const& frame)
{
    if (frame.content().home.empty()) return usual_cards(frame);
    std::vector<HomeCard> cards;
    for (auto const& card : frame.content().home)
        if (auto made = card_of(frame, card)) cards.push_back(std::move(*made));
    return cards;
}

void draw_card(Frame& frame, Rect const& place, HomeCard const& entry)
{
    if (ui::card(frame.canvas(), place, entry.card)) frame.emit(entry.action);
}

// Of its title and what stands below it, with what is kept clear around them.
float card_words_height(Frame& frame, float width, ui::Card const& spec)
{
    auto const& layout = frame.layout();
    ui::TextBlock title{"", spec.title, ui::TextStep::lead, ui::Face::semibold};
    ui::TextBlock subtitle{"", spec.subtitle, ui::TextStep::small};
    title.line_height = 1.2F;
    subtitle.line_height = 1.3F;
    return ui::text_height(frame.canvas(), width, title) + layout.units(6) +
           ui::text_height(frame.canvas(), width, subtitle) + layout.units(56);
}

// On panels with less room than usual: words alone, as high as they want it.
void draw_plain_cards(Frame& frame, Rect area, std::vector<HomeCard> cards)
{
    auto const& layout = frame.layout();
    auto const gap = layout.gap();
    auto const columns = layout.portrait() || layout.large_text() ? 1 : 2;
    auto const width = cell(area, 0, columns, gap).width - 2 * layout.units(32);
    float each = layout.target();
    for (auto& entry : cards) {
        entry.card.picture.clear();
        each = std::max(each, card_words_height(frame, width, entry.card));
    }
    for (std::size_t i = 0; i < cards.size(); i += static_cast<std::size_t>(columns)) {
        if (each > area.height + 1) frame.canvas().report_overflow();
        auto const row = cut_top(area, each, gap);
        for (int column = 0; column < columns && i + static_cast<std::size_t>(column) < cards.size(); ++column)
            draw_card(frame, cell(row, column, columns, gap), cards[i + static_cast<std::size_t>(column)]);
    }
}

// Where letters are large: the first as wide as all others, which are beside each other in words alone where the panel
// is wide, so that their titles are in sight before anybody scrolls.
void draw_equal_cards(Frame& frame, Rect area, std::vector<HomeCard> cards)
{
    auto const& layout = frame.layout();
    auto const gap = layout.gap();
    bool const in_words = layout.large_text() && !layout.portrait();
    if (layout.large_text() && cards.size() > 1) {
        cards.front().card.rank = ui::CardRank::first;
        auto const& first = cards.front().card;
        ui::TextBlock const title{"", first.title, ui::TextStep::headline, ui::Face::semibold};
        auto const width = area.width * 0.6F;
        auto const words = ui::text_height(frame.canvas(), width, title) +
                           ui::text_height(frame.canvas(), width, {"", first.subtitle}) + layout.units(120);
        auto const share = std::round(area.height * 1.4F / (static_cast<float>(cards.size()) + 0.4F));
        draw_card(frame, cut_top(area, in_words ? words : share, gap), cards.front());
        cards.erase(cards.begin());
    }
    auto const count = static_cast<int>(cards.size());
    auto const beside = layout.portrait() ? 1 : count == 3 ? 3 : (count + 1) / 2;
    auto const rows = (count + beside - 1) / std::max(1, beside);
    auto each = cell_down(area, 0, rows, gap).height;
    if (in_words) {
        float needed = layout.main_target();
        auto const width = cell(area, 0, beside, gap).width - 2 * layout.units(32);
        for (auto& entry : cards) {
            entry.card.picture.clear();
            needed = std::max(needed, card_words_height(frame, width, entry.card));
        }
        if (needed > each + 1) frame.canvas().report_overflow();
        each = std::min(each, needed);
    }
    for (int i = 0; i < count; ++i) {
        Rect const row{area.x, area.y + static_cast<float>(i / beside) * (each + gap), area.width, each};
        draw_card(frame, cell(row, i % beside, beside, gap), cards[static_cast<std::size_t>(i)]);
    }
}

// The large card: a place to the panel's edges, its words at the foot.
void draw_large_card(Frame& frame, Rect const& place, float left, HomeCard const& entry)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const& spec = entry.card;
    auto const ground = canvas.color(ui::Ink::ground);
    canvas.scene_picture(place, spec.picture, "", 0);
    if (canvas.pressed(spec.id)) canvas.fill(place, canvas.color(ui::Ink::text).with_alpha(0.12F));
    ui::TextBlock const title{spec.id + ".title", spec.title, ui::TextStep::headline, ui::Face::semibold, ui::Ink::text,
                              ui::Role::text,     1.2F};
    ui::TextBlock const subtitle{
        spec.id + ".sub", spec.subtitle, ui::TextStep::reading, ui::Face::regular, ui::Ink::text,
        ui::Role::text,   1.35F,         ui::Wrap::balanced};
    auto const mark = layout.units(64);
    auto const width = place.right() - left - layout.units(36) - mark - layout.units(24);
    auto const height =
        ui::text_height(canvas, width, title) + layout.units(8) + ui::text_height(canvas, width, subtitle);
    auto const foot = height + 2 * layout.units(30);
    constexpr float kUnderWords = 0.9F;
    Rect const band{place.x, place.bottom() - foot, place.width, foot};
    auto const above = std::min(layout.units(160), place.height - foot);
    canvas.fade_down({band.x, band.y - above, band.width, above}, ground.with_alpha(0), ground.with_alpha(kUnderWords));
    canvas.fill(band, ground.with_alpha(kUnderWords));
    ui::NodeGroup const group(canvas);
    canvas.add({ui::Role::button, spec.id, ui::as_sentences(spec.title, spec.subtitle), "", "", place, ui::Tap::tap});
    Rect words{left, band.y + layout.units(30), width, height};
    cut_top(words, ui::text_block(canvas, words, title), layout.units(8));
    ui::text_block(canvas, words, subtitle);
    Rect const onward{place.right() - layout.units(36) - mark, std::round(band.centre().y - mark / 2), mark, mark};
    canvas.disc(onward.centre(), mark / 2, canvas.color(ui::Ink::calm));
    canvas.icon(onward.inset(mark * 0.2F, mark * 0.2F), "chevron-right", canvas.color(ui::Ink::on_calm));
    if (canvas.tapped(spec.id)) frame.emit(entry.action);
}

void draw_rows(Frame& frame, Rect const& area, std::vector<HomeCard> const& cards)
{
    auto const count = static_cast<int>(cards.size()) - 1;
    for (int i = 0; i < count; ++i)
        draw_card(frame, cell_down(area, i, count, frame.layout().gap()), cards[static_cast<std::size_t>(i) + 1]);
}

ButtonRows ways_of(Frame& frame)
{
    auto const way = [&](char const* id, char const* icon, visit::Action action) {
        return RowButton{{.id = id, .label = frame.words(id), .icon = icon}, std::move(action)};
    };
    auto const& content = frame.content();
    auto const& support = content.support;
    std::vector<RowButton> ways{
        way("home.take", "phone", visit::Navigate{visit::Screen::report_take}),
        way("home.professionals", "briefcase", visit::OpenSeries{frame.content().professionals.id, ""}),
        way("home.support", "lifebuoy", visit::OpenSeries{support.id, ""})};
    // Found by whoever looks for it, and by nobody who turns pages.
    for (auto const& page : support.pages)
        if (page.apart)
            ways.push_back({{.id = "home.worried", .label = frame.in_language(page.words).title, .icon = "question"},
                            visit::OpenSeries{support.id, page.id}});
    for (auto const& guide : content.guides)
        ways.push_back({{.id = "home." + guide.id, .label = frame.in_language(guide.headings).title, .icon = "book"},
                        visit::OpenSeries{guide.id, ""}});
    // By what it says: its name means nothing yet to whom it is for.
    auto const says = [&](content::Series const& campaign) {
        auto const& heading = frame.in_language(campaign.headings);
        return heading.subtitle.empty() ? heading.title : heading.subtitle;
    };
    for (auto const& campaign : content.campaigns)
        if (!content.home.empty() || &campaign != &content.campaigns.front())
            ways.push_back({{.id = "home." + campaign.id, .label = says(campaign), .icon = "book"},
                            visit::OpenSeries{campaign.id, ""}});
    ways.push_back(way("home.notice", "info", visit::Navigate{visit::Screen::notice}));
    auto const& layout = frame.layout();
    auto row = layout.large_text() ? layout.main_target() : layout.target();
    // One below the other, where letters are large and the panel narrow, each as high as the longest wants it.
    if (layout.large_text() && layout.narrow())
        for (auto const& entry : ways)
            row = std::max(row, ui::button_height(frame.canvas(), frame.content_area().width, entry.button));
    return {frame, std::move(ways), row, frame.layout().portrait() ? 2 : 4};
}

void draw_heading(Frame& frame, Rect& area)
{
    auto const& layout = frame.layout();
    bool const small = layout.narrow() || layout.low();
    // There large letters need all the room for what can be touched.
    if (small && layout.large_text()) return draw_title(frame, area, "home.title", frame.words("home.title"));
    auto const used = ui::text_block(frame.canvas(), area,
                                     {"home.statement", frame.words("home.statement"),
                                      small ? ui::TextStep::small : ui::TextStep::reading, ui::Face::regular,
                                      ui::Ink::quiet, ui::Role::text, 1.35F, ui::Wrap::balanced});
    cut_top(area, used, frame.layout().units(6));
    draw_title(frame, area, "home.title", frame.words("home.title"));
}

} // namespace

void draw_home(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    auto const cards = cards_of(frame);
    auto const ways = ways_of(frame);
    auto const foot = cut_bottom(area, ways.height(area.width), layout.gap());
    bool const small = (layout.large_text() && layout.portrait()) || is_scrolled(frame) || cards.size() < 2;
    if (layout.narrow() || layout.low()) {
        draw_heading(frame, area);
        draw_plain_cards(frame, area, cards);
    } else if (small) {
        draw_heading(frame, area);
        draw_equal_cards(frame, area, cards);
    } else if (layout.portrait()) {
        draw_heading(frame, area);
        // What is touched most stands where arms reach; the place takes what is left above.
        auto const rows = static_cast<float>(cards.size() - 1);
        auto const each = std::max(layout.main_target(), layout.units(150));
        auto const below = cut_bottom(area, rows * (each + layout.gap()) - layout.gap(), layout.gap());
        // Lower, it would cut what it shows: the page then scrolls, with cards of one size.
        if (area.height < layout.units(260)) frame.canvas().report_overflow();
        draw_large_card(frame, {0, area.y, layout.screen().width, area.height}, area.x, cards.front());
        draw_rows(frame, below, cards);
    } else {
        draw_heading(frame, area);
        auto const width = std::round(layout.screen().width * 0.46F);
        draw_large_card(frame, {0, area.y, width, area.height}, area.x, cards.front());
        cut_left(area, width - area.x, layout.gap() + layout.units(20));
        draw_rows(frame, area, cards);
    }
    ways.draw(foot);
}

} // namespace kiosk::screens
