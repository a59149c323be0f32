#include "visit/update.h"
#include "visit/model/hearing.h"
#include "visit/rules.h"
#include "visit/staff/session.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

void open_staff(Turn& turn, PadOrder pad)
{
    if (turn.state.screen != Screen::attract) return;
    turn.state = fresh_state(turn.pack, turn.moment.now);
    begin_session(turn.state, pad, turn.moment, turn.effects.commands);
}

// Every statement in every language, in turn.
int attract_slides(content::Pack const& pack)
{
    return static_cast<int>(pack.attract.size() * std::max<std::size_t>(1, pack.languages.size()));
}

// Where a visit begins that was not begun by choosing a language.
Screen first_screen(content::Pack const& pack) { return pack.languages.size() > 1 ? Screen::language : Screen::home; }

void begin_visit(Turn& turn, Screen screen)
{
    auto& state = turn.state;
    state.last_touch = turn.moment.now;
    turn.effects.visit = VisitChange::began;
    auto const beginning = screen == Screen::language ? Beginning::asks_language : Beginning::in_language;
    state.open.begin(state.language, beginning, turn.moment.now, turn.effects.counts);
    turn.enter(screen);
}

void tick(Turn& turn)
{
    auto& state = turn.state;
    auto const now = turn.moment.now;
    if (state.screen == Screen::attract) {
        auto const slides = attract_slides(turn.pack);
        // One step, however many slides have passed.
        auto const length = duration_of(turn.pack.timings.attract_slide);
        auto const gone = slides > 1 && length > Duration(0) ? (now - state.slide_since) / length : 0;
        state.attract_slide = static_cast<int>((state.attract_slide + gone) % std::max(slides, 1));
        state.slide_since = state.slide_since + gone * length;
    } else if (state.screen == Screen::neutral) {
        if (now - state.entered >= duration_of(turn.pack.timings.neutral)) state = fresh_state(turn.pack, now);
    } else if (is_visiting(state.screen)) {
        if (!state.warned && now - state.last_touch >= idle_limit(state, turn.pack))
            state.warned = state.last_touch + idle_limit(state, turn.pack);
        if (state.warned && now - *state.warned >= duration_of(turn.pack.timings.warning)) turn.end_visit(Ending::idle);
    }
}

void touched(Turn& turn)
{
    auto& state = turn.state;
    state.last_touch = turn.moment.now;
    state.warned.reset();
    if (state.open.away()) state.pressed_guarded = turn.moment.now;
    state.open.press(turn.moment.now, turn.effects.counts);
}

void choose_language(Turn& turn, content::Language const& language)
{
    auto& state = turn.state;
    auto const& languages = turn.pack.languages;
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) return;
    bool const beginning = state.screen == Screen::attract;
    state.language = language;
    state.open.choose_language(language, turn.effects.counts);
    if (beginning)
        begin_visit(turn, Screen::home);
    else
        turn.enter(state.back_to);
    turn.count_once(Measure::language_chosen, language);
}

void show(Turn& turn, Screen screen)
{
    auto& state = turn.state;
    if (!is_visiting(state.screen) || !is_visiting(screen) || state.screen == screen) return;
    bool const aside = screen == Screen::language || screen == Screen::reading;
    if (aside && state.screen != Screen::language && state.screen != Screen::reading) state.back_to = state.screen;
    bool const returning = state.screen == Screen::language || state.screen == Screen::reading;
    if (!aside && screen != Screen::quiz && !(returning && screen == state.back_to)) {
        drop_quiz(turn);
        state.reading = {};
    }
    if (screen == Screen::home) state.report = {};
    if (is_reporting(screen)) take_for_granted(turn);
    if (screen == Screen::report_danger && !returning)
        begin_report(turn);
    else if (screen == Screen::report_danger || screen == Screen::report_channel)
        show_channel(turn);
    else
        turn.enter(screen);
}

// From the attract loop. The open ledger sees a visit that began with a touch, in the fallback language, and in which
// nothing else happened; reporting itself is shown and counted in the language of the attract loop.
void open_report(Turn& turn, content::Language const& language)
{
    auto& state = turn.state;
    if (state.screen != Screen::attract) return show(turn, Screen::report_danger);
    begin_visit(turn, first_screen(turn.pack));
    auto const& languages = turn.pack.languages;
    if (std::find(languages.begin(), languages.end(), language) != languages.end()) state.language = language;
    begin_report(turn);
}

void open_series(Turn& turn, std::string const& id, std::string const& page_id)
{
    auto const* series = turn.pack.series(id);
    if (!series) return;
    auto const& pages = series->pages;
    auto const page = std::find_if(pages.begin(), pages.end(), [&](content::Page const& one) {
        return page_id.empty() ? !one.apart : one.id == page_id;
    });
    if (page == pages.end()) return;
    drop_quiz(turn);
    turn.state.reading = {id, static_cast<int>(page - pages.begin()), false};
    turn.enter(Screen::page);
}

void turn_page(Turn& turn, int by)
{
    auto& reading = turn.state.reading;
    auto const* series = turn.pack.series(reading.series);
    if (!series || turn.state.screen != Screen::page) return;
    auto const& pages = series->pages;
    auto const last = static_cast<int>(pages.size()) - 1;
    auto const is_apart = [&](int page) {
        return page >= 0 && page <= last && pages[static_cast<std::size_t>(page)].apart;
    };
    // From a page apart there is no next page, and turning pages skips it.
    auto page = is_apart(reading.page) ? (by < 0 ? -1 : last + 1) : reading.page + by;
    while (is_apart(page)) page += by < 0 ? -1 : 1;
    if (page < 0) return;
    if (page > last) {
        show(turn, Screen::home);
        return;
    }
    reading.page = page;
    reading.sources_open = false;
    turn.enter(Screen::page);
}

void show_sources(Turn& turn, bool open)
{
    auto& reading = turn.state.reading;
    auto const* series = turn.pack.series(reading.series);
    if (!series || turn.state.screen != Screen::page) return;
    reading.sources_open = open;
    if (open)
        turn.count_once(Measure::sources_opened,
                        series->id + "/" + series->pages[static_cast<std::size_t>(reading.page)].id);
}

void leave(Turn& turn)
{
    if (!is_visiting(turn.state.screen)) return;
    turn.end_visit(Ending::leave);
    turn.state.screen = Screen::neutral;
}

void begin(Turn& turn)
{
    auto& state = turn.state;
    if (state.screen == Screen::neutral)
        state = fresh_state(turn.pack, turn.moment.now);
    else if (state.screen == Screen::attract) {
        state.back_to = Screen::home;
        begin_visit(turn, first_screen(turn.pack));
    }
}

// One overload for each Action of visitors.
struct Visit {
    Turn& turn;

    void operator()(Touched) const { touched(turn); }
    void operator()(Tick) const { tick(turn); }
    void operator()(Begin) const { begin(turn); }
    void operator()(ChooseLanguage const& action) const { choose_language(turn, action.language); }
    void operator()(Show const& action) const { show(turn, action.screen); }
    void operator()(OpenReport const& action) const { open_report(turn, action.language); }
    void operator()(OpenSeries const& action) const { open_series(turn, action.series, action.page); }
    void operator()(TurnPage const& action) const { turn_page(turn, action.by); }
    void operator()(ShowSources const& action) const { show_sources(turn, action.open); }
    void operator()(StartQuiz) const { start_quiz(turn); }
    void operator()(ChooseAnswer const& action) const { choose_answer(turn, action.answer); }
    void operator()(ConfirmAnswer) const { confirm_answer(turn); }
    void operator()(NextQuestion) const { next_question(turn); }
    void operator()(AnswerDanger) const { answer_danger(turn); }
    void operator()(ReportAsWell) const { show_channel(turn); }
    void operator()(FilterPlaces const& action) const
    {
        turn.state.report.letter = action.letter;
        turn.state.report.list_page = 0;
    }
    void operator()(TurnList const& action) const { turn.state.report.list_page = std::max(0, action.page); }
    void operator()(ChoosePlace const& action) const { choose_place(turn, action.place); }
    void operator()(AskPlace action) const { ask_place(turn, action.asking); }
    void operator()(ChooseChannel const& action) const { choose_channel(turn, action.channel); }
    void operator()(SetTextSize const& action) const
    {
        turn.state.comfort.text_size = action.text_size;
        if (action.text_size == TextSize::large) turn.count_once(Measure::comfort, "large-text");
    }
    void operator()(SetTheme const& action) const
    {
        turn.state.comfort.theme = action.theme;
        if (action.theme == ThemeChoice::contrast) turn.count_once(Measure::comfort, "contrast");
    }
    void operator()(SetMovement const& action) const
    {
        turn.state.comfort.movement = action.movement;
        if (action.movement == Movement::less) turn.count_once(Measure::comfort, "less-movement");
    }
    void operator()(UsedKeyboard) const { turn.state.open.by_key(turn.effects.counts); }
    void operator()(Leave) const { leave(turn); }
    void operator()(OpenStaff action) const { open_staff(turn, action.pad); }
    void operator()(Slept) const
    {
        if (is_visiting(turn.state.screen)) turn.end_visit(Ending::idle);
        turn.state = fresh_state(turn.pack, turn.moment.now);
    }
    void operator()(Stop) const
    {
        if (is_visiting(turn.state.screen)) turn.end_visit(Ending::restart);
    }
    // The others are the staff's, and do nothing here.
    template <typename Staffs>
    void operator()(Staffs const&) const
    {
    }
};

// The actions that do something while there is no visit.
bool can_begin(Action const& action)
{
    return action.is<Touched>() || action.is<Tick>() || action.is<Begin>() || action.is<ChooseLanguage>() ||
           action.is<OpenReport>() || action.is<OpenStaff>() || action.is<Slept>() || action.is<Stop>();
}

void apply_to_visitor(Turn& turn, Action const& action)
{
    if (!is_visiting(turn.state.screen) && !can_begin(action)) return;
    apply(Visit{turn}, action);
    // The press before this action was made for it, and so does not lead to reporting: the ledger keeps it.
    if (!action.is<Touched>() && !action.is<Tick>() && !action.is<UsedKeyboard>())
        turn.state.open.settle(turn.effects.counts);
}

void apply_to_staff(Turn& turn, Action const& action)
{
    if (auto const* chosen = action.as<ChooseLanguage>()) {
        auto const& languages = turn.pack.languages;
        if (std::find(languages.begin(), languages.end(), chosen->language) != languages.end())
            turn.state.language = chosen->language;
    } else if (update_session(turn.state, action, turn.moment, turn.effects.commands) == SessionEnd::over) {
        turn.state = fresh_state(turn.pack, turn.moment.now);
    }
}

} // namespace

Effects update(State& state, content::Pack const& pack, Action const& action, Moment const& moment)
{
    if (is_by_hand(action) && !hears(state, moment.now)) return {};
    auto const before = state;
    Turn turn{state, pack, moment, {}};
    if (is_staff(state.screen))
        apply_to_staff(turn, action);
    else
        apply_to_visitor(turn, action);
    if (exchanged(before, state)) state.deaf_until = moment.now + kDeaf;
    return std::move(turn.effects);
}

Duration idle_limit(State const& state, content::Pack const& pack)
{
    if (!is_visiting(state.screen)) return Duration(0);
    auto const& timings = pack.timings;
    double limit = timings.idle;
    if (is_reporting(state.screen)) limit = timings.idle_report;
    if (state.screen == Screen::page || state.screen == Screen::notice) limit = timings.idle_reading;
    // Somebody may be watching on support pages, too, but people read slowly there: the usual limit.
    if (state.screen == Screen::page && state.reading.series == pack.support.id) limit = timings.idle;
    return duration_of(state.comfort.text_size == TextSize::large ? 2 * limit : limit);
}

std::optional<Instant> next_deadline(State const& state, content::Pack const& pack)
{
    switch (state.screen) {
    case Screen::safe: return std::nullopt;
    case Screen::attract:
        if (attract_slides(pack) < 2) return std::nullopt;
        return state.slide_since + duration_of(pack.timings.attract_slide);
    case Screen::neutral: return state.entered + duration_of(pack.timings.neutral);
    default: break;
    }
    if (is_staff(state.screen)) return session_deadline(state);
    if (state.warned) return *state.warned + duration_of(pack.timings.warning);
    return state.last_touch + idle_limit(state, pack);
}

} // namespace kiosk::visit
