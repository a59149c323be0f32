// The end of the quiz, an arrival: the eye is open at dawn, three things that this run has taught, and the address to
// take along.
#include "screens/parts/address_card.h"
#include "screens/parts/button_rows.h"
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/quiz_reason.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::Question;
using visit::QuizRun;

constexpr std::size_t kMostLearned = 3;

// The paired question first; then what was answered wrongly, then the others, each in the order asked.
std::vector<Question const*> learned_in(content::Quiz const& quiz, QuizRun const& run)
{
    std::vector<Question const*> pair, wrong, right;
    std::size_t scored = 0;
    for (auto const& id : run.questions) {
        auto const* question = quiz.find(id);
        if (!question) continue;
        bool const was_right = scored < run.right.size() && run.right[scored];
        ++scored;
        auto& list = id == quiz.pair ? pair : was_right ? right : wrong;
        if (std::find(list.begin(), list.end(), question) == list.end()) list.push_back(question);
    }
    auto all = pair;
    all.insert(all.end(), wrong.begin(), wrong.end());
    all.insert(all.end(), right.begin(), right.end());
    all.resize(std::min(all.size(), kMostLearned));
    return all;
}

std::string score_words(Frame const& frame, QuizRun const& run)
{
    auto const count = run.distinct();
    auto const right = run.right_answers();
    auto const* const key = right == 0 ? "quiz.end_none" : right == count ? "quiz.end_all" : "quiz.end_some";
    return frame.words(key, {{"right", std::to_string(right)}, {"count", std::to_string(count)}});
}

// Each with a mark before it. Takes its height from the area.
void draw_learned(Frame& frame, Rect& area, std::vector<Question const*> const& questions)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const side = std::round(layout.text(ui::TextStep::lead) * 1.3F);
    for (auto const* question : questions) {
        auto line = area;
        auto const mark = cut_left(line, side, layout.units(20));
        canvas.icon({mark.x, mark.y, side, side}, "check", canvas.color(ui::Ink::right));
        auto const used = ui::text_block(canvas, line,
                                         {"quiz.learned." + question->id, frame.in_language(question->words).learned,
                                          ui::TextStep::lead, ui::Face::regular, ui::Ink::text, ui::Role::text, 1.35F});
        cut_top(area, std::max(side, used), layout.units(18));
    }
}

ButtonRows end_ways(Frame& frame, QuizRun const& run)
{
    return {frame,
            {{{.id = "quiz.take", .label = frame.words("quiz.take"), .icon = "globe", .style = ui::ButtonStyle::onward},
              visit::Navigate{visit::Screen::report_take}},
             {{.id = "quiz.repeat",
               .label = frame.words("quiz.repeat"),
               .icon = "question",
               .style = ui::ButtonStyle::quiet},
              visit::StartQuiz{run.quiz}}},
            frame.layout().main_target()};
}

// The eye; on a portrait panel wider than its place, so that both corners are off the panel, on others whole.
void draw_open_eye(Frame& frame, Rect const& place, content::Quiz const& quiz)
{
    auto& canvas = frame.canvas();
    auto const width = std::round(place.width * (frame.layout().portrait() ? 1.25F : 1.F));
    Rect const eye{std::round(place.centre().x - width / 2), place.y, width,
                   std::round(std::min(place.height, width * 0.62F))};
    canvas.picture_in_aperture(eye, quiz.picture);
    canvas.outline_aperture(eye, canvas.color(ui::Ink::line).with_alpha(0.6F), frame.layout().units(4));
    auto const ready = std::to_string(quiz.draw);
    canvas.add({ui::Role::progress, "progress", "", ready + "/" + ready, "", place});
}

void draw_score(Frame& frame, Rect const& area, QuizRun const& run)
{
    ui::text_block(frame.canvas(), area,
                   {"quiz.score", score_words(frame, run), ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet,
                    ui::Role::text, 1.4F});
}

void draw_words(Frame& frame, Rect area, QuizRun const& run)
{
    ui::NodeGroup const group(frame.canvas());
    draw_title(frame, area, "quiz.end.title", frame.words("quiz.end_title"));
    draw_learned(frame, area, learned_in(quiz_of(frame, run), run));
    cut_top(area, frame.layout().units(6));
    draw_score(frame, area, run);
}

// On a page that scrolls the code comes before how many answers were right, and on a narrow panel before all else: it
// is what one takes along.
void draw_end_scrolled(Frame& frame, Rect area, QuizRun const& run, AddressCard const& card)
{
    auto const gap = frame.layout().units(24);
    auto const ways = end_ways(frame, run);
    auto const ways_place = cut_bottom(area, ways.height(area.width), gap);
    auto const draw_card = [&] {
        if (!card.channel) return;
        auto const needed = address_card_height(frame, area.width, card);
        if (needed > area.height + 1) frame.canvas().report_overflow();
        draw_address_card(frame, cut_top(area, needed, gap), card);
    };
    bool const card_first = frame.layout().narrow();
    draw_title(frame, area, "quiz.end.title", frame.words("quiz.end_title"));
    if (card_first) draw_card();
    draw_learned(frame, area, learned_in(quiz_of(frame, run), run));
    if (!card_first) draw_card();
    draw_score(frame, area, run);
    ways.draw(ways_place);
}

// What was learned at one side; at the other the eye over the code, or, where letters are large, the code alone.
void draw_end_beside(Frame& frame, Rect area, QuizRun const& run, AddressCard const& card)
{
    auto const& layout = frame.layout();
    auto const gap = layout.gap() + layout.units(10);
    auto const ways = end_ways(frame, run);
    auto whole = area;
    auto const place = cut_place_beside(frame, whole, 0.44F);
    auto side = cut_right(area, area.right() - place.x - layout.units(40), gap);
    auto const ways_place = cut_bottom(area, ways.height(area.width), layout.gap());
    bool const open = !layout.large_text() && !is_scrolled(frame);
    draw_words(frame, area, run);
    if (card.channel) {
        auto const least = std::max(address_card_height(frame, side.width, card), std::round(side.height * 0.36F));
        auto const height = open ? std::min(side.height, least) : scrolled_card_height(frame, side, card);
        draw_address_card(frame, open ? cut_bottom(side, height, gap) : cut_top(side, height), card);
    }
    if (open) draw_open_eye(frame, side, quiz_of(frame, run));
    ways.draw(ways_place);
}

} // namespace

// The code, without a question: whoever has come so far takes it along.
void draw_quiz_end(Frame& frame, visit::State const& state)
{
    auto const& run = state.quiz;
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    auto const card = card_here(frame, "quiz.end");
    if (!layout.portrait() && (layout.low() || area.width >= layout.units(1300)))
        return draw_end_beside(frame, area, run, card);
    if (is_scrolled(frame)) return draw_end_scrolled(frame, area, run, card);
    auto const ways = end_ways(frame, run);
    if (layout.portrait() && !layout.narrow() && !layout.large_text()) {
        Rect const place{0, frame.page_top(), layout.screen().width, std::round(layout.bar().y * 0.3F)};
        draw_open_eye(frame, place, quiz_of(frame, run));
        auto const end = place.bottom() + layout.units(20);
        area = {area.x, end, area.width, area.bottom() - end};
    }
    auto const ways_place = cut_bottom(area, ways.height(area.width), layout.gap());
    Rect card_place;
    if (card.channel) {
        auto const needed = address_card_height(frame, area.width, card);
        card_place =
            cut_bottom(area, std::max(needed, std::min(area.height * 0.34F, layout.units(480))), layout.units(24));
    }
    draw_words(frame, area, run);
    if (card.channel) draw_address_card(frame, card_place, card);
    ways.draw(ways_place);
}

} // namespace kiosk::screens
