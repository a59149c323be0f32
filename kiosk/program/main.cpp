// The program `kiosk`.
#include "program/run.h"

int main(int argc, char** argv) { return kiosk::program::run(argc, argv, KIOSK_CONTENT); }
