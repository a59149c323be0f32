// New content from a stick, and the end of a stand: looked for, looked at, and only then done.
#include "visit/staff_rules.h"

namespace kiosk::visit {

namespace {

bool at_rest(State const& state, Screen screen)
{
    auto const& staff = state.staff;
    return state.screen == screen && staff.content != ContentStage::checking &&
           staff.content != ContentStage::switching && staff.packing != PackStage::working &&
           staff.packing != PackStage::off;
}

void ask(Turn& turn, ContentStage stage, StaffRequest request)
{
    turn.state.staff.content = stage;
    turn.state.staff.content_words.clear();
    turn.effects.staff = request;
}

} // namespace

void find_content(Turn& turn)
{
    if (at_rest(turn.state, Screen::staff_content)) ask(turn, ContentStage::checking, StaffRequest::find_content);
}

void hear_content(Turn& turn, ContentAnswered const& action)
{
    auto& staff = turn.state.staff;
    bool const waits = staff.content == ContentStage::checking || staff.content == ContentStage::switching;
    if (turn.state.screen != Screen::staff_content || !waits) return;
    staff.content = action.stage;
    staff.content_words = action.words;
    turn.state.last_touch = turn.moment.now;
    // A switch begins the kiosk anew; until then nothing else is asked of it.
    if (action.stage != ContentStage::switching) turn.effects.staff = StaffRequest::look;
}

void use_content(Turn& turn)
{
    if (turn.state.screen == Screen::staff_content && turn.state.staff.content == ContentStage::ready)
        ask(turn, ContentStage::switching, StaffRequest::use_content);
}

void drop_content(Turn& turn)
{
    if (turn.state.screen == Screen::staff_content && turn.state.staff.content == ContentStage::ready)
        ask(turn, ContentStage::idle, StaffRequest::drop_content);
}

void go_back(Turn& turn)
{
    if (at_rest(turn.state, Screen::staff_content)) ask(turn, ContentStage::switching, StaffRequest::go_back);
}

void pack_away(Turn& turn)
{
    if (at_rest(turn.state, Screen::staff_pack)) turn.state.staff.packing = PackStage::asked;
}

void confirm_pack(Turn& turn)
{
    auto& staff = turn.state.staff;
    if (!at_rest(turn.state, Screen::staff_pack) ||
        (staff.packing != PackStage::asked && staff.packing != PackStage::failed))
        return;
    staff.packing = PackStage::working;
    staff.pack_words.clear();
    turn.effects.staff = StaffRequest::pack_away;
}

void switch_off(Turn& turn)
{
    auto& staff = turn.state.staff;
    if (!at_rest(turn.state, Screen::staff_pack) ||
        (staff.packing != PackStage::asked && staff.packing != PackStage::failed))
        return;
    staff.packing = PackStage::working;
    staff.pack_words.clear();
    turn.effects.staff = StaffRequest::switch_off;
}

void hear_pack(Turn& turn, PackEnded const& action)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_pack || staff.packing != PackStage::working) return;
    staff.packing = action.stage;
    staff.pack_words = action.words;
    turn.state.last_touch = turn.moment.now;
}

} // namespace kiosk::visit
