// kiosk: the program. Arguments and configuration in, one App out: in a window, or offscreen along a script.
#include "program/run.h"

int main(int argc, char** argv) { return kiosk::program::run(argc, argv, KIOSK_CONTENT); }
