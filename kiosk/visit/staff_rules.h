// The parts of staff mode, by subject. Private to visit/. Each returns at once where its action means nothing on the
// screen that is shown.
#pragma once
#include "visit/rules.h"

namespace kiosk::visit {

void begin_pin(Turn& turn, PadOrder pad);
void type_digit(Turn& turn, char digit);
void erase_digit(Turn& turn);
void submit_pin(Turn& turn);
void hear_verdict(Turn& turn, PinChecked const& action);
void ask_recovery(Turn& turn);
void hear_recovery(Turn& turn, RecoveryStage found);
void change_pin(Turn& turn);
void hear_saved_pin(Turn& turn, NewPinVerdict verdict);
// Behind the PIN: what was typed is gone, and the figures are asked for.
void enter_staff(Turn& turn, Screen screen);

void read_settings(Turn& turn, StaffSettings const& settings);
void set_brightness(Turn& turn, int percent);
void offer_first(Turn& turn, content::Language const& language);
void set_hours(Turn& turn, HoursRule rule);
void move_opening(Turn& turn, int minutes);
void move_closing(Turn& turn, int minutes);
void switch_day(Turn& turn, int day);
void move_clock(Turn& turn, ClockPart part, int by);
void save_settings(Turn& turn);
void set_clock(Turn& turn);
void hear_saved_settings(Turn& turn, SettingsSaved const& action);

void choose_day(Turn& turn, std::string const& day);
void say_of_day(Turn& turn, SayOfDay const& action);
void hear_remark(Turn& turn, RemarkKept const& action);

void find_content(Turn& turn);
void hear_content(Turn& turn, ContentAnswered const& action);
void use_content(Turn& turn);
void drop_content(Turn& turn);
void go_back(Turn& turn);
void pack_away(Turn& turn);
void confirm_pack(Turn& turn);
void switch_off(Turn& turn);
void hear_pack(Turn& turn, PackEnded const& action);

} // namespace kiosk::visit
