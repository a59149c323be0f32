#include "screens/visitor/quiz_reason.h"
#include "screens/parts/parts.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::Question;

// [units]
constexpr float kSide = 34;
constexpr float kTop = 26;
constexpr float kBelowVerdict = 10;
constexpr float kAboveSource = 12;
constexpr float kMarkGap = 14;

std::string verdict_words(Frame const& frame, Question const& question, Verdict verdict)
{
    // Of a sentence that is false "that is right" would say two things.
    bool const is_false = question.kind == content::QuestionKind::true_false && question.right.front() == "false";
    if (verdict == Verdict::right) return frame.words(is_false ? "quiz.right_false" : "quiz.right");
    return frame.words(is_false ? "quiz.wrong_false" : "quiz.reconsider");
}

std::string sources_of(Frame const& frame, Question const& question)
{
    std::string sources;
    for (auto const& id : question.sources)
        if (auto const* source = frame.content().source(id))
            sources += (sources.empty() ? "" : "; ") +
                       (frame.layout().large_text() ? source->publisher : source_line(*source));
    return sources;
}

} // namespace

content::Quiz const& quiz_of(Frame const& frame, visit::QuizRun const& run)
{
    static content::Quiz const kNothing;
    auto const* quiz = frame.content().quiz(run.quiz);
    return quiz ? *quiz : kNothing;
}

ReasonPlate::ReasonPlate(Frame& frame, Question const& question, Verdict verdict)
    : frame_(frame),
      icon_(verdict == Verdict::right ? "check" : "eye"),
      verdict_{"quiz.verdict",
               verdict_words(frame, question, verdict),
               ui::TextStep::lead,
               ui::Face::semibold,
               verdict == Verdict::right ? ui::Ink::right : ui::Ink::reconsider,
               ui::Role::heading,
               1.25F},
      reason_{"quiz.reason", frame.in_language(question.words).reason},
      source_{"quiz.source",
              frame.words("quiz.source", {{"source", sources_of(frame, question)}}),
              ui::TextStep::small,
              ui::Face::regular,
              ui::Ink::quiet,
              ui::Role::text,
              1.35F}
{
}

float ReasonPlate::mark() const { return std::round(frame_.layout().text(ui::TextStep::lead) * 1.25F); }

float ReasonPlate::verdict_height(float width) const
{
    auto const room = width - mark() - frame_.layout().units(kMarkGap);
    return std::max(mark(), ui::text_height(frame_.canvas(), room, verdict_));
}

float ReasonPlate::height(float width) const
{
    auto const& layout = frame_.layout();
    auto const inner = width - 2 * layout.units(kSide);
    return std::ceil(2 * layout.units(kTop) + verdict_height(inner) + layout.units(kBelowVerdict) +
                     ui::text_height(frame_.canvas(), inner, reason_) + layout.units(kAboveSource) +
                     ui::text_height(frame_.canvas(), inner, source_));
}

void ReasonPlate::draw(Rect area) const
{
    auto& canvas = frame_.canvas();
    auto const& layout = frame_.layout();
    auto place = cut_bottom(area, std::min(area.height, height(area.width)));
    ui::NodeGroup const group(canvas);
    ui::plate(canvas, place);
    place = place.inset(layout.units(kSide), layout.units(kTop));
    auto head = cut_top(place, verdict_height(place.width), layout.units(kBelowVerdict));
    auto const beside = cut_left(head, mark(), layout.units(kMarkGap));
    canvas.icon({beside.x, beside.y, mark(), mark()}, icon_, canvas.color(verdict_.ink));
    ui::text_block(canvas, head, verdict_);
    // Both at their full size, or both reduced.
    ui::text_column(canvas, place, {reason_, source_}, layout.units(kAboveSource));
}

} // namespace kiosk::screens
