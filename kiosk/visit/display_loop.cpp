#include "visit/display_loop.h"
#include "base/random.h"

#include <algorithm>
#include <utility>

namespace kiosk::visit {

namespace {

using content::Content;
using content::DisplaySlide;
using content::SlideKind;

bool fits_daypart(DisplaySlide const& slide, std::string const& daypart)
{
    return slide.dayparts.empty() || daypart.empty() ||
           std::find(slide.dayparts.begin(), slide.dayparts.end(), daypart) != slide.dayparts.end();
}

enum class SlideGroup { codes, statements_and_facts };

std::vector<std::size_t> slides_of(Content const& content, std::string const& daypart, SlideGroup group)
{
    std::vector<std::size_t> found;
    auto const& slides = content.display.slides;
    for (std::size_t i = 0; i < slides.size(); ++i)
        if ((slides[i].kind == SlideKind::code) == (group == SlideGroup::codes) && fits_daypart(slides[i], daypart))
            found.push_back(i);
    return found;
}

// Draws each place of the round at random among the slides whose last showing is far enough back. With n slides, one
// that was at place p may be at place q if n - p + q - 1 >= n / 2, which at least n - n / 2 slides always satisfy.
std::vector<std::size_t> draw_round(std::vector<std::size_t> left, std::vector<std::size_t> const& last, Random& random)
{
    std::vector<std::size_t> round;
    auto const apart = left.size() / 2;
    while (!left.empty()) {
        std::vector<std::size_t> allowed;
        for (auto const slide : left) {
            auto const place =
                static_cast<std::size_t>(std::distance(last.begin(), std::find(last.begin(), last.end(), slide)));
            if (place == last.size() || last.size() - place + round.size() > apart) allowed.push_back(slide);
        }
        // A change of the daypart changes the number of slides; then the first that is left is taken.
        if (allowed.empty()) allowed = {left.front()};
        auto const slide = allowed[random.below(allowed.size())];
        round.push_back(slide);
        left.erase(std::find(left.begin(), left.end(), slide));
    }
    return round;
}

content::Language language_of(Content const& content, std::size_t turn)
{
    return content.languages.empty() ? content::Language("en") : content.languages[turn % content.languages.size()];
}

void show(DisplayState& state, DisplayItem sight, Instant now)
{
    state.before = std::exchange(state.now, std::move(sight));
    state.since = now;
    ++state.number;
}

// A code is in the language of the statement or fact before it.
std::vector<Count> show_code(DisplayState& state, Content const& content, std::size_t slide, Instant now)
{
    show(state, {DisplayItemKind::slide, slide, state.now.language}, now);
    ++state.codes;
    state.since_code = 0;
    return {{Measure::display_code, content.display.slides[slide].channel, state.now.language}};
}

} // namespace

DisplayState initial_display(Content const& content, DisplayContext const& context)
{
    DisplayState state;
    advance(state, content, context);
    state.before = state.now;
    return state;
}

Instant display_deadline(DisplayState const& state, Content const& content)
{
    bool const code = state.now.kind == DisplayItemKind::slide && state.now.slide < content.display.slides.size() &&
                      content.display.slides[state.now.slide].kind == SlideKind::code;
    return state.since + duration_of(code ? content.timings.display_code : content.timings.display_slide);
}

std::vector<Count> advance(DisplayState& state, Content const& content, DisplayContext const& context)
{
    auto const codes = slides_of(content, context.daypart, SlideGroup::codes);
    bool const round_over = state.next >= state.round.size();
    if (!codes.empty() && state.since_code >= kItemsPerCode)
        return show_code(state, content, codes[state.codes % codes.size()], context.now);
    if (round_over && context.figures && state.rounds > 0 && state.figures_after < state.rounds) {
        state.figures_after = state.rounds;
        ++state.since_code;
        show(state, {DisplayItemKind::figures, 0, language_of(content, state.rounds)}, context.now);
        return {};
    }
    if (round_over) {
        Random random(context.random);
        state.round =
            draw_round(slides_of(content, context.daypart, SlideGroup::statements_and_facts), state.round, random);
        state.next = 0;
        ++state.rounds;
    }
    if (state.round.empty()) {
        state.since = context.now;
        return codes.empty() ? std::vector<Count>()
                             : show_code(state, content, codes[state.codes % codes.size()], context.now);
    }
    auto const slide = state.round[state.next++];
    ++state.since_code;
    show(state, {DisplayItemKind::slide, slide, language_of(content, slide + state.rounds)}, context.now);
    return {};
}

} // namespace kiosk::visit
